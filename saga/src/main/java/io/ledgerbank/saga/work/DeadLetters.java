package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.saga.work.DeadLetter.Kind;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that failed for good, and what people decided about it. Nothing leaves it. Thread-safe. */
public final class DeadLetters {

    private static final String LIST = """
            SELECT * FROM saga.dead_letter
            WHERE state = :state AND id < :before
                AND (:kind = '' OR kind = :kind) AND (:source = '' OR source = :source)
                AND (:reason = '' OR reason = :reason) AND (:subject = '' OR subject = :subject)
            ORDER BY id DESC LIMIT :limit""";

    private static final String DISMISS = """
            UPDATE saga.dead_letter
            SET state = 'DISMISSED', decided_at = :now, decided_by = :actor, decided_because = :because
            WHERE id = :id AND state = 'PARKED'""";

    private static final String WAITING = """
            SELECT * FROM saga.dead_letter WHERE state = 'PARKED' AND source IN (:sources) ORDER BY id LIMIT :most""";

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    public DeadLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static void count(MeterRegistry meters, Kind kind, String source, Reason reason) {
        meters.counter("ledgerbank.dead.letters.parked", "kind", kind.name(), "source", source, "reason", reason.code())
                .increment();
    }

    /** Newest first, one more than a page, so that it shows whether there is another. */
    public List<DeadLetter> page(DeadLetterFilter filter, int limit, Optional<UUID> before) {
        return jdbc.sql(LIST)
                .param("state", filter.state().name())
                .param("before", before.orElse(LAST))
                .param("kind", filter.kind().map(Kind::name).orElse(""))
                .param("source", filter.source().orElse(""))
                .param("reason", filter.reason().map(Reason::code).orElse(""))
                .param("subject", filter.subject().orElse(""))
                .param("limit", limit + 1)
                .query((row, number) -> read(row))
                .list();
    }

    /** @throws RejectedException {@code dead_letter_not_found} */
    public DeadLetter find(UUID id) {
        return jdbc.sql("SELECT * FROM saga.dead_letter WHERE id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new RejectedException(
                        Reason.DEAD_LETTER_NOT_FOUND, "There is no dead letter with the id " + id));
    }

    /** Those of these sources that have waited for longest, the oldest first. */
    public List<DeadLetter> waiting(Collection<String> sources, int most) {
        return jdbc.sql(WAITING)
                .param("sources", sources)
                .param("most", most)
                .query((row, number) -> read(row))
                .list();
    }

    long parked(Kind kind) {
        return jdbc.sql("SELECT count(*) FROM saga.dead_letter WHERE state = 'PARKED' AND kind = ?")
                .param(kind.name())
                .query(Long.class)
                .single();
    }

    long parkedOf(Kind kind, String source) {
        return jdbc.sql("SELECT count(*) FROM saga.dead_letter WHERE state = 'PARKED' AND kind = ? AND source = ?")
                .params(kind.name(), source)
                .query(Long.class)
                .single();
    }

    /** @throws RejectedException {@code already_processed} when somebody has decided about it before */
    void dismiss(UUID id, String actor, String because, Instant now) {
        int dismissed = jdbc.sql(DISMISS)
                .param("id", id)
                .param("actor", actor)
                .param("because", because)
                .param("now", Timestamp.from(now))
                .update();
        if (dismissed == 0) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The dead letter has been decided about");
        }
    }

    private static DeadLetter read(ResultSet row) throws SQLException {
        return new DeadLetter(
                row.getObject("id", UUID.class),
                Kind.valueOf(row.getString("kind")),
                row.getString("source"),
                row.getString("subject"),
                row.getLong("sequence"),
                row.getString("correlation_id"),
                Reason.find(row.getString("reason")).orElse(Reason.INTERNAL_SERVER_ERROR),
                row.getString("failure"),
                row.getInt("attempts"),
                row.getInt("catalogue_version"),
                row.getTimestamp("parked_at").toInstant(),
                DeadLetter.State.valueOf(row.getString("state")),
                decision(row));
    }

    private static Optional<DeadLetter.Decision> decision(ResultSet row) throws SQLException {
        Timestamp at = row.getTimestamp("decided_at");
        return at == null
                ? Optional.empty()
                : Optional.of(new DeadLetter.Decision(
                        row.getString("decided_by"),
                        at.toInstant(),
                        Optional.ofNullable(row.getString("decided_because"))));
    }
}
