package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.task.Execution;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.Uuids;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Moves items between a queue and the dead letters, each way in one statement, and as they are: some cannot be read. */
final class DeadItems {

    private static final String PARK = """
            WITH dead AS (DELETE FROM %s WHERE task_name = :queue AND task_instance = :item AND version = :version RETURNING *)
            INSERT INTO saga.dead_letter (id, kind, source, subject, sequence, item, priority, correlation_id, reason,
                failure, attempts, catalogue_version, parked_at, state)
            SELECT :id, 'WORK', :queue, :subject, :sequence, task_data, priority, :correlation, :reason,
                :failure, :attempts, :catalogue, :now, 'PARKED'
            FROM dead""";

    private static final String PUT_BACK = """
            WITH again AS (
                UPDATE saga.dead_letter SET state = 'RETRIED', decided_at = :now, decided_by = :actor
                WHERE id = :id AND kind = 'WORK' AND source = :queue AND state = 'PARKED' RETURNING *),
            queued AS (
                INSERT INTO %s (task_name, task_instance, task_data, execution_time, priority, picked, version)
                SELECT source, subject || '/' || sequence, item, :now, priority, false, 1 FROM again
                ON CONFLICT DO NOTHING)
            SELECT count(*) FROM again""";

    private final String queue;
    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final String park;
    private final String putBack;

    DeadItems(String queue, String table, JdbcClient jdbc, MeterRegistry meters) {
        this.queue = queue;
        this.jdbc = jdbc;
        this.meters = meters;
        this.park = PARK.formatted(table);
        this.putBack = PUT_BACK.formatted(table);
    }

    /** Does nothing if somebody else has taken the item over meanwhile. */
    void park(Execution execution, Instant now, Trouble trouble, int attempts) {
        ItemName name = ItemName.of(execution.taskInstance.getId());
        int parked = jdbc.sql(park)
                .param("id", Uuids.next())
                .param("queue", queue)
                .param("item", execution.taskInstance.getId())
                .param("version", execution.version)
                .param("subject", name.subject())
                .param("sequence", name.sequence())
                .param(
                        "correlation",
                        WorkContext.ofItemNamed(execution.taskInstance).correlationId())
                .param("reason", trouble.reason().code())
                .param("failure", trouble.failure())
                .param("attempts", attempts)
                .param("catalogue", ErrorCatalog.version())
                .param("now", Timestamp.from(now))
                .update();
        if (parked > 0) {
            DeadLetters.count(meters, DeadLetter.Kind.WORK, queue, trouble.reason());
        }
    }

    /** @throws RejectedException {@code already_processed} when somebody has decided about it before */
    void putBack(UUID letter, String actor, Instant now) {
        long again = jdbc.sql(putBack)
                .param("id", letter)
                .param("queue", queue)
                .param("actor", actor)
                .param("now", Timestamp.from(now))
                .query(Long.class)
                .single();
        if (again == 0) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The dead letter has been decided about");
        }
    }

    /** What an item's name says even when the item cannot be read. */
    private record ItemName(String subject, long sequence) {

        static ItemName of(String id) {
            int slash = id.lastIndexOf('/');
            return new ItemName(id.substring(0, slash), Long.parseLong(id.substring(slash + 1)));
        }
    }
}
