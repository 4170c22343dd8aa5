package io.ledgerbank.query.attestation;

import io.ledgerbank.api.audit.Signatory.Signed;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down attestations. Thread-safe. */
final class AttestationTable {

    private static final String BEGIN = """
            INSERT INTO readmodel.attestation (id, state, started_at) VALUES (:id, 'RUNNING', :at) ON CONFLICT DO NOTHING""";

    private static final String RUNNING = "SELECT id FROM readmodel.attestation WHERE state = 'RUNNING'";

    private static final String FINISH = """
            UPDATE readmodel.attestation SET state = 'FINISHED', finished_at = :at, intact = :intact,
                differences = :differences, report = :report, key_id = :key, signature = :signature
            WHERE id = :id AND state = 'RUNNING'""";

    private static final String INTERRUPT = """
            UPDATE readmodel.attestation SET state = 'INTERRUPTED', finished_at = :at WHERE state = 'RUNNING'""";

    private static final String LATEST = "SELECT max(started_at) FROM readmodel.attestation";

    private final JdbcClient jdbc;

    AttestationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The one that begins, or the one that runs. */
    UUID begin(UUID id, Instant at) {
        jdbc.sql(BEGIN).param("id", id).param("at", time(at)).update();
        return running().orElse(id);
    }

    Optional<UUID> running() {
        return jdbc.sql(RUNNING).query(UUID.class).optional();
    }

    void finish(Report report, String text, Signed signed) {
        jdbc.sql(FINISH)
                .param("id", report.id())
                .param("at", time(report.finishedAt()))
                .param("intact", report.intact())
                .param("differences", report.differenceCount())
                .param("report", text)
                .param("key", signed.keyId())
                .param("signature", signed.signature())
                .update();
    }

    /** Whatever runs: by whoever knows that it does not. */
    void interrupt(Instant at) {
        jdbc.sql(INTERRUPT).param("at", time(at)).update();
    }

    Optional<Instant> latestStart() {
        return jdbc.sql(LATEST).query(OffsetDateTime.class).optional().map(OffsetDateTime::toInstant);
    }

    private static OffsetDateTime time(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
