package io.ledgerbank.query.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Writes batches into the rows of a projection, and parks what cannot be written together with what comes after it in its
 * stream, so that everything else goes on. All of it in the running transaction; for one thread.
 */
final class Writing<E> {

    private static final Logger LOG = LoggerFactory.getLogger(Writing.class);

    /** What fails for more streams than that is not the events' fault, and nothing is parked of it. */
    private static final int MOST_HELD = 20;

    private final ProjectionName name;
    private final Projection<E> projection;
    private final ParkedEvents parked;
    private final TransactionOperations savepoints;
    private final LogLookup<E> log;
    private boolean begun;
    private boolean holding;
    private boolean careful;
    private List<Waiting<E>> due = List.of();

    /** @param event nothing where the projection has no use for it any more */
    private record Waiting<E>(ParkedEvent parked, Optional<Recorded<E>> event) {}

    /** @param savepoints nested in the running transaction */
    Writing(
            ProjectionName name,
            Projection<E> projection,
            ParkedEvents parked,
            TransactionOperations savepoints,
            LogLookup<E> log) {
        this.name = name;
        this.projection = projection;
        this.parked = parked;
        this.savepoints = savepoints;
        this.log = log;
    }

    /** Begins anew, with whatever is parked. Whoever has started this process may have mended what was wrong. */
    void begin() {
        if (!begun) {
            parked.askToRetryAll(name);
            begun = true;
        }
        projection.forget();
        holding = !parked.heldBy(name).isEmpty();
    }

    boolean isHolding() {
        return holding;
    }

    /** From now on, until something was written. */
    void lookCloser() {
        careful = true;
    }

    boolean isLookingCloser() {
        return careful;
    }

    void succeed() {
        careful = false;
    }

    /** Reads what is to be tried again: before the transaction begins, for the log has connections of its own. */
    void prepare() {
        due = holding
                ? parked.due(name).stream()
                        .map(event -> new Waiting<>(event, log.at(event.position())))
                        .toList()
                : List.of();
    }

    /** @throws UnwritableException when one of the events is to blame, or too many are */
    void write(List<OfStream<E>> batch) {
        if (!due.isEmpty()) {
            again();
        }
        if (careful) {
            oneByOne(batch);
        } else {
            together(batch);
        }
    }

    private void together(List<OfStream<E>> batch) {
        Set<String> held = held();
        List<Recorded<E>> free = new ArrayList<>(batch.size());
        for (OfStream<E> event : batch) {
            if (held.contains(event.stream())) {
                defer(event);
            } else {
                free.add(event.recorded());
            }
        }
        if (!free.isEmpty()) {
            writeRows(free);
        }
    }

    /** Each by itself, which finds out which of them is to blame. */
    private void oneByOne(List<OfStream<E>> batch) {
        Set<String> held = held();
        for (OfStream<E> event : batch) {
            if (held.contains(event.stream())) {
                defer(event);
                continue;
            }
            Optional<RuntimeException> failure = tryAlone(event.recorded());
            if (failure.isPresent()) {
                park(event, failure.get(), held);
            }
        }
        holding = !held.isEmpty();
    }

    /**
     * In the order of the log; what cannot be written keeps the rest of its stream waiting. A rebuild may have made up for some
     * meanwhile.
     */
    private void again() {
        Set<Long> stillParked =
                parked.due(name).stream().map(ParkedEvent::position).collect(Collectors.toSet());
        Set<String> held = new HashSet<>();
        for (Waiting<E> waiting : due) {
            ParkedEvent event = waiting.parked();
            if (held.contains(event.streamId()) || !stillParked.contains(event.position())) {
                continue;
            }
            Optional<RuntimeException> failure = waiting.event().flatMap(this::tryAlone);
            if (failure.isPresent()) {
                held.add(event.streamId());
                parked.failAgain(name, event, Fault.wordsOf(failure.get()));
            } else {
                parked.remove(name, event.position());
            }
        }
        holding = !parked.heldBy(name).isEmpty();
    }

    /** Seldom are there any; then a rebuild may have made up for them meanwhile. */
    private Set<String> held() {
        return holding ? parked.heldBy(name) : new HashSet<>();
    }

    private void defer(OfStream<E> event) {
        parked.park(name, event.recorded().position(), event.stream(), Optional.empty());
    }

    private void park(OfStream<E> event, RuntimeException failure, Set<String> held) {
        if (held.size() >= MOST_HELD) {
            throw new UnwritableException(failure);
        }
        held.add(event.stream());
        parked.park(name, event.recorded().position(), event.stream(), Optional.of(Fault.wordsOf(failure)));
        LOG.error(
                "Projection {} cannot write the event at {}; it and what follows in {} is parked",
                name.code(),
                event.recorded().position(),
                event.stream(),
                failure);
    }

    private Optional<RuntimeException> tryAlone(Recorded<E> event) {
        try {
            savepoints.executeWithoutResult(alone -> projection.write(List.of(event)));
            return Optional.empty();
        } catch (RuntimeException failure) {
            if (Fault.isNobodys(failure)) {
                throw failure;
            }
            return Optional.of(failure);
        }
    }

    private void writeRows(List<Recorded<E>> events) {
        try {
            projection.write(events);
        } catch (RuntimeException failure) {
            throw Fault.isNobodys(failure) ? failure : new UnwritableException(failure);
        }
    }
}
