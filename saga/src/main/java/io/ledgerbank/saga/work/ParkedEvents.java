package io.ledgerbank.saga.work;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.saga.work.DeadLetter.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Parks events in the caller's transaction. Whoever retries has the stream locked, so nothing overtakes. Thread-safe. */
final class ParkedEvents {

    private static final String HOLD = """
            INSERT INTO saga.held_stream (follower, stream) VALUES (?, ?) ON CONFLICT DO NOTHING""";

    private static final String IS_HELD = """
            SELECT count(*) FROM (
                SELECT 1 FROM saga.held_stream WHERE follower = ? AND stream = ? FOR SHARE) AS held""";

    private static final String PARK = """
            INSERT INTO saga.dead_letter (id, kind, source, subject, sequence, correlation_id, reason,
                failure, attempts, catalogue_version, parked_at, state)
            VALUES (:id, 'EVENT', :follower, :stream, :sequence, :correlation, :reason,
                :failure, :attempts, :catalogue, :now, 'PARKED')
            ON CONFLICT DO NOTHING""";

    private static final String REASON_OF_THE_FIRST = """
            SELECT reason FROM saga.dead_letter
            WHERE kind = 'EVENT' AND state = 'PARKED' AND source = ? AND subject = ? ORDER BY sequence LIMIT 1""";

    private final JdbcClient jdbc;
    private final MeterRegistry meters;
    private final Clock clock;

    ParkedEvents(JdbcClient jdbc, MeterRegistry meters, Clock clock) {
        this.jdbc = jdbc;
        this.meters = meters;
        this.clock = clock;
    }

    Set<String> heldBy(String follower) {
        return new HashSet<>(jdbc.sql("SELECT stream FROM saga.held_stream WHERE follower = ?")
                .param(follower)
                .query(String.class)
                .list());
    }

    /** Parks the event if its stream is still held, once whoever retries it is done. */
    boolean waitsBehindAnother(String follower, DomainEventMessage<?> event) {
        String stream = event.getAggregateIdentifier();
        boolean held =
                jdbc.sql(IS_HELD).params(follower, stream).query(Long.class).single() > 0;
        if (held) {
            insert(follower, event, new Trouble(reasonOfTheFirst(follower, stream), ""), 0);
        }
        return held;
    }

    void park(String follower, DomainEventMessage<?> event, Trouble trouble, int attempts) {
        jdbc.sql(HOLD).params(follower, event.getAggregateIdentifier()).update();
        insert(follower, event, trouble, attempts);
    }

    private void insert(String follower, DomainEventMessage<?> event, Trouble trouble, int attempts) {
        int parked = jdbc.sql(PARK)
                .param("id", Uuids.next())
                .param("follower", follower)
                .param("stream", event.getAggregateIdentifier())
                .param("sequence", event.getSequenceNumber())
                .param("correlation", correlationOf(event))
                .param("reason", trouble.reason().code())
                .param("failure", trouble.failure())
                .param("attempts", attempts)
                .param("catalogue", ErrorCatalog.version())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (parked > 0) {
            DeadLetters.count(meters, Kind.EVENT, follower, trouble.reason());
        }
    }

    private Reason reasonOfTheFirst(String follower, String stream) {
        return jdbc.sql(REASON_OF_THE_FIRST)
                .params(follower, stream)
                .query(String.class)
                .optional()
                .flatMap(Reason::find)
                .orElse(Reason.INTERNAL_SERVER_ERROR);
    }

    private static String correlationOf(DomainEventMessage<?> event) {
        Object correlationId = event.getMetaData().get(MetadataKeys.CORRELATION_ID);
        return correlationId == null ? event.getAggregateIdentifier() : correlationId.toString();
    }
}
