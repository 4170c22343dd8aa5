package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.rebuild.Difference.ExplainingEvent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares, row by row, what is read with what was made of the same events, and keeps what differs. The database does so by
 * merging both along their keys, whatever their size.
 */
final class Comparison {

    /** More would not be looked at one by one; all are counted. */
    static final int MOST_KEPT = 100;

    private static final String KEY = """
            SELECT string_agg(quote_ident(attname), ', ' ORDER BY array_position(indkey::int2[], attnum))
            FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
            WHERE indrelid = to_regclass(:table) AND indisprimary""";

    /** The last event that a row reflects is the newest of the positions that it tells. */
    private static final String DIFFERENT = """
            WITH different AS MATERIALIZED (
                SELECT to_jsonb(live) AS live, to_jsonb(made) AS made
                FROM readmodel.%1$s AS live FULL JOIN readmodel.next_%1$s AS made USING (%2$s)
                WHERE live IS DISTINCT FROM made),
            kept AS (
                INSERT INTO readmodel.rebuild_difference (rebuild_id, table_name, live, made, position)
                SELECT :rebuild, :table, live, made, (
                    SELECT max(told.value::bigint) FROM (
                        SELECT * FROM jsonb_each_text(live) UNION ALL SELECT * FROM jsonb_each_text(made)) AS told
                    WHERE told.key IN ('position', 'last_position', 'ended_position'))
                FROM different LIMIT :most)
            SELECT count(*) FROM different""";

    /** What tells no position, such as a sum, is explained by the newest event of its account. */
    private static final String KEPT = """
            SELECT table_name, live::text, made::text, event.position, event.type, event.stream_id
            FROM readmodel.rebuild_difference AS kept
            LEFT JOIN LATERAL (
                SELECT position, type, stream_id FROM eventlog.event WHERE event.position = kept.position
                UNION ALL (
                    SELECT position, type, stream_id FROM eventlog.event
                    WHERE kept.position IS NULL AND stream_id = coalesce(made, live) ->> 'account'
                    ORDER BY sequence DESC LIMIT 1)) AS event ON true
            WHERE rebuild_id = :rebuild ORDER BY kept.position, table_name""";

    private Comparison() {}

    /** Anew, if that was begun before. To be asked on a connection whose snapshot has both at the same position. */
    static long run(JdbcClient snapshot, Claimed rebuild) {
        snapshot.sql("DELETE FROM readmodel.rebuild_difference WHERE rebuild_id = :rebuild")
                .param("rebuild", rebuild.id())
                .update();
        long found = 0;
        for (String table : rebuild.projection().tables()) {
            found += run(snapshot, rebuild, table);
        }
        return found;
    }

    private static long run(JdbcClient snapshot, Claimed rebuild, String table) {
        String key = snapshot.sql(KEY)
                .param("table", "readmodel." + table)
                .query(String.class)
                .single();
        return snapshot.sql(DIFFERENT.formatted(table, key))
                .param("rebuild", rebuild.id())
                .param("table", table)
                .param("most", MOST_KEPT)
                .query(Long.class)
                .single();
    }

    static List<Difference> kept(JdbcClient jdbc, UUID rebuild) {
        return jdbc.sql(KEPT)
                .param("rebuild", rebuild)
                .query((row, number) -> difference(row))
                .list();
    }

    private static Difference difference(ResultSet row) throws SQLException {
        Optional<ExplainingEvent> event = Optional.empty();
        if (row.getString("type") != null) {
            event = Optional.of(
                    new ExplainingEvent(row.getLong("position"), row.getString("type"), row.getString("stream_id")));
        }
        return new Difference(row.getString("table_name"), json(row, "live"), json(row, "made"), event);
    }

    private static Optional<JsonNode> json(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(JsonMapper.shared()::readTree);
    }
}
