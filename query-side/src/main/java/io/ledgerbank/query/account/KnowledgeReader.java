package io.ledgerbank.query.account;

import io.ledgerbank.query.projection.ProjectionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how much is known of accounts and their entries, now or as of a time. Thread-safe. */
final class KnowledgeReader {

    private static final String PROJECTED = """
            SELECT CASE WHEN count(*) = 2 THEN least(min(position), (
                    SELECT min(parked.position) - 1 FROM readmodel.parked_event AS parked
                    WHERE parked.projection IN (:accounts, :entries))) ELSE 0 END
            FROM readmodel.projection WHERE name IN (:accounts, :entries)""";

    private static final String RECORDED =
            "SELECT recorded_at FROM eventlog.event WHERE position <= :position ORDER BY position DESC LIMIT 1";

    /**
     * Positions are dense and times grow with them, so the last position by a time is found bit by bit, from the highest on,
     * each by one look into the primary key. It is the same position whenever it is asked for; where the clocks of
     * two nodes differ, it is one where later times begin.
     */
    static final String RECORDED_BY = """
            WITH RECURSIVE descent (step, position) AS (
                SELECT CAST(:highest AS integer), CAST(0 AS bigint)
                UNION ALL
                SELECT step - 1, position + CASE WHEN EXISTS (
                        SELECT FROM eventlog.event AS probe
                        WHERE probe.position = descent.position + (CAST(1 AS bigint) << step)
                        AND probe.position <= :projected AND probe.recorded_at <= :time)
                    THEN CAST(1 AS bigint) << step ELSE 0 END
                FROM descent WHERE step >= 0)
            SELECT position, EXISTS (
                SELECT FROM eventlog.event AS unread
                WHERE unread.position = descent.position + 1 AND unread.recorded_at <= :time) AS behind
            FROM descent WHERE step < 0""";

    private final JdbcClient jdbc;

    KnowledgeReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What both projections reckon in, and when the newest of it was recorded. */
    Knowledge now() {
        return upTo(projected());
    }

    /** What was recorded by a time, or of that what both projections reckon in. */
    Knowledge at(Instant time) {
        long projected = projected();
        return jdbc.sql(RECORDED_BY)
                .param("highest", Long.SIZE - 1 - Long.numberOfLeadingZeros(projected))
                .param("projected", projected)
                .param("time", OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .query((row, number) -> knowledge(row, time))
                .single();
    }

    /** When the event at the position was recorded, or the last before it. */
    Optional<Instant> recordedAt(long position) {
        return jdbc.sql(RECORDED)
                .param("position", position)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Knowledge knowledge(ResultSet row, Instant time) throws SQLException {
        long position = row.getLong("position");
        return row.getBoolean("behind") ? upTo(position) : new Knowledge(position, time);
    }

    private Knowledge upTo(long position) {
        return new Knowledge(position, recordedAt(position).orElse(Instant.EPOCH));
    }

    private long projected() {
        return jdbc.sql(PROJECTED)
                .param("accounts", ProjectionName.ACCOUNTS.code())
                .param("entries", ProjectionName.ENTRIES.code())
                .query(Long.class)
                .single();
    }
}
