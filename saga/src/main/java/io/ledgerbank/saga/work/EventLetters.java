package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Has parked events handled again, those of a stream in their order, while its follower lets no other event of the stream
 * pass. Thread-safe.
 */
final class EventLetters {

    private static final Logger LOG = LoggerFactory.getLogger(EventLetters.class);

    private static final String LOCK =
            "SELECT stream FROM saga.held_stream WHERE follower = ? AND stream = ? FOR UPDATE";

    private static final String PARKED = """
            SELECT id, sequence FROM saga.dead_letter
            WHERE kind = 'EVENT' AND state = 'PARKED' AND source = ? AND subject = ? ORDER BY sequence""";

    private static final String DONE = """
            UPDATE saga.dead_letter SET state = 'RETRIED', decided_at = :now, decided_by = :actor, attempts = attempts + 1
            WHERE id = :id""";

    private static final String FAILED = """
            UPDATE saga.dead_letter
            SET attempts = attempts + 1, reason = :reason, failure = :failure, catalogue_version = :catalogue
            WHERE id = :id""";

    private static final String LET_GO = """
            DELETE FROM saga.held_stream AS held WHERE follower = :follower AND stream = :stream AND NOT EXISTS (
                SELECT 1 FROM saga.dead_letter WHERE kind = 'EVENT' AND state = 'PARKED'
                    AND source = held.follower AND subject = held.stream)""";

    private record Parked(UUID id, long sequence) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final EventStore log;
    private final Followers followers;
    private final Clock clock;

    EventLetters(JdbcClient jdbc, TransactionTemplate transactions, EventStore log, Followers followers, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.log = log;
        this.followers = followers;
        this.clock = clock;
    }

    /**
     * Tries all parked events of the letter's stream from the oldest on, until one fails again.
     *
     * @throws RejectedException {@code already_processed} when somebody has decided about it before
     */
    void retry(DeadLetter letter, String actor) {
        CarefulHandler follower = followers.named(letter.source());
        transactions.executeWithoutResult(transaction -> {
            for (Parked parked : locked(letter)) {
                if (!handled(follower, letter.subject(), parked, actor, transaction)) {
                    return;
                }
            }
            letGo(letter);
        });
    }

    /** Decides in the same way that later events of the stream, if there are any, are no dead letters of their own. */
    void dismiss(DeadLetter letter, Runnable dismissal) {
        transactions.executeWithoutResult(transaction -> {
            locked(letter);
            dismissal.run();
            letGo(letter);
        });
    }

    private List<Parked> locked(DeadLetter letter) {
        jdbc.sql(LOCK)
                .params(letter.source(), letter.subject())
                .query(String.class)
                .optional();
        List<Parked> parked = jdbc.sql(PARKED)
                .params(letter.source(), letter.subject())
                .query(Parked.class)
                .list();
        if (parked.stream().noneMatch(one -> one.id().equals(letter.id()))) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The dead letter has been decided about");
        }
        return parked;
    }

    private boolean handled(
            CarefulHandler follower, String stream, Parked parked, String actor, TransactionStatus transaction) {
        Object before = transaction.createSavepoint();
        try {
            follower.handleAll(event(stream, parked.sequence()));
            jdbc.sql(DONE)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("actor", actor)
                    .param("id", parked.id())
                    .update();
            return true;
        } catch (Exception failure) {
            transaction.rollbackToSavepoint(before);
            Trouble trouble = Trouble.of(failure);
            LOG.warn("Event {} of {} cannot be handled yet", parked.sequence(), stream, failure);
            jdbc.sql(FAILED)
                    .param("reason", trouble.reason().code())
                    .param("failure", trouble.failure())
                    .param("catalogue", ErrorCatalog.version())
                    .param("id", parked.id())
                    .update();
            return false;
        }
    }

    private DomainEventMessage<?> event(String stream, long sequence) {
        DomainEventStream events = log.readEvents(stream, sequence);
        if (!events.hasNext()) {
            throw new IllegalStateException("The log has no event %d of %s".formatted(sequence, stream));
        }
        return events.next();
    }

    private void letGo(DeadLetter letter) {
        jdbc.sql(LET_GO)
                .param("follower", letter.source())
                .param("stream", letter.subject())
                .update();
    }
}
