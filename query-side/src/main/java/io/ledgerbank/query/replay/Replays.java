package io.ledgerbank.query.replay;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.paging.Paging;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rebuilds states from the log, no projection in between, for staff. Takes as long as a stream is, and no more memory. Thread-safe. */
public class Replays {

    private static final String LIST = "replay";
    private static final String POSITION =
            "SELECT position FROM eventlog.event WHERE stream_id = :stream AND sequence = :sequence";

    private final EventStore log;
    private final JdbcClient jdbc;

    Replays(EventStore log, JdbcClient jdbc) {
        this.log = log;
        this.jdbc = jdbc;
    }

    /** @throws RejectedException {@code insufficient_permissions}, or that there was no such thing by then */
    <E, S, V> Replay<V> replay(UUID id, Fold<E, S, V> fold, Until until, Caller caller) {
        caller.requireStaff();
        Optional<S> before = Optional.empty();
        Optional<S> after = Optional.empty();
        Optional<DomainEventMessage<?>> last = Optional.empty();
        long applied = 0;
        for (Iterator<? extends DomainEventMessage<?>> events = events(id, fold); events.hasNext(); applied++) {
            DomainEventMessage<?> event = events.next();
            if (!until.includes(event)) {
                break;
            }
            before = after;
            after = Optional.of(fold.after(before, event.getPayload()));
            last = Optional.of(event);
        }
        S state = after.orElseThrow(() -> notFound(id, fold));
        ReplayedEvent event = replayed(id, last.orElseThrow(() -> notFound(id, fold)));
        return new Replay<>(fold.shown().apply(state), before.map(fold.shown()), event, applied, event.position());
    }

    /**
     * Event by event, oldest first.
     *
     * @throws RejectedException {@code insufficient_permissions}, {@code invalid_cursor}, or that there is no such thing
     */
    <E, S, V> Page<ReplayStep<V>> steps(UUID id, Fold<E, S, V> fold, Paging paging, Caller caller) {
        caller.requireStaff();
        OptionalLong after = paging.after(LIST);
        List<ReplayStep<V>> steps = new ArrayList<>();
        Optional<S> state = Optional.empty();
        Iterator<? extends DomainEventMessage<?>> events = events(id, fold);
        if (!events.hasNext()) {
            throw notFound(id, fold);
        }
        while (events.hasNext() && steps.size() <= paging.limit()) {
            DomainEventMessage<?> event = events.next();
            S next = fold.after(state, event.getPayload());
            if (after.isEmpty() || event.getSequenceNumber() > after.getAsLong()) {
                steps.add(new ReplayStep<>(
                        replayed(id, event),
                        state.map(fold.shown()),
                        fold.shown().apply(next)));
            }
            state = Optional.of(next);
        }
        return Page.ofNumbered(steps, step -> step.event().sequence(), LIST, paging);
    }

    private <E> Iterator<? extends DomainEventMessage<?>> events(UUID id, Fold<E, ?, ?> fold) {
        return log.readEvents(id.toString())
                .asStream()
                .takeWhile(event -> fold.events().isInstance(event.getPayload()))
                .iterator();
    }

    private ReplayedEvent replayed(UUID id, DomainEventMessage<?> event) {
        long position = jdbc.sql(POSITION)
                .param("stream", id.toString())
                .param("sequence", event.getSequenceNumber())
                .query(Long.class)
                .single();
        return ReplayedEvent.of(event, position);
    }

    private static RejectedException notFound(UUID id, Fold<?, ?, ?> fold) {
        return new RejectedException(fold.unknown(), "There was no " + id + " by then");
    }
}
