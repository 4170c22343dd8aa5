package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.ProjectionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rebuilds there are, and which process carries one out. Whoever does so says so again and again; who has been silent
 * for longer than the lease may be replaced, and can write nothing any more. Thread-safe.
 */
final class RebuildTable {

    private static final String ADD = """
            INSERT INTO readmodel.rebuild
                (id, projection, version, state, requested_by, requested_at, position, total, running_from, run_by, run_until)
            VALUES (:id, :projection, :version, 'RUNNING', :requestedBy, :requestedAt, 0,
                (SELECT coalesce(max(position), 0) FROM eventlog.event), 0, :me, '-infinity')
            ON CONFLICT (projection) WHERE state IN ('RUNNING', 'COMPARING', 'ROLLING_BACK') DO NOTHING""";

    private static final String CLAIM = """
            UPDATE readmodel.rebuild
            SET run_by = :me, run_until = now() + make_interval(secs => :lease), running_since = now(), updated_at = now(),
                running_from = position
            WHERE id = (
                SELECT id FROM readmodel.rebuild
                WHERE state IN ('RUNNING', 'COMPARING', 'ROLLING_BACK') AND run_until < now() AND projection IN (:projections)
                ORDER BY requested_at LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, projection, version, state, position""";

    private static final String RENEW = """
            UPDATE readmodel.rebuild SET run_until = now() + make_interval(secs => :lease)
            WHERE id = :id AND run_by = :me""";

    /** In the transaction that writes the rows; as with projections, what a crash loses of it is lost together. */
    private static final String MOVE = """
            WITH quickly AS MATERIALIZED (
                SELECT set_config('synchronous_commit', 'off', true), set_config('enable_seqscan', 'off', true))
            UPDATE readmodel.rebuild
            SET position = :to, total = greatest(total, :to), updated_at = clock_timestamp(),
                run_until = now() + make_interval(secs => :lease)
            FROM quickly WHERE id = :id AND run_by = :me AND state = :state AND position = :from""";

    private static final String CHANGE = """
            UPDATE readmodel.rebuild SET state = :next, updated_at = clock_timestamp()
            WHERE id = :id AND run_by = :me AND state = :state""";

    private final JdbcClient jdbc;
    private final UUID me = UUID.randomUUID();
    private final Duration lease;

    /** @param lease in whole seconds */
    RebuildTable(JdbcClient jdbc, Duration lease) {
        this.jdbc = jdbc;
        this.lease = lease;
    }

    Duration lease() {
        return lease;
    }

    /** Nothing when one is going on. */
    Optional<UUID> add(ProjectionName projection, String requestedBy, Instant requestedAt) {
        UUID id = UUID.randomUUID();
        int added = jdbc.sql(ADD)
                .param("id", id)
                .param("projection", projection.code())
                .param("version", projection.version())
                .param("requestedBy", requestedBy)
                .param("requestedAt", OffsetDateTime.ofInstant(requestedAt, ZoneOffset.UTC))
                .param("me", me)
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** The oldest that nobody carries out. */
    Optional<Claimed> claim(Collection<ProjectionName> projections) {
        return jdbc.sql(CLAIM)
                .param("me", me)
                .param("lease", lease.toSeconds())
                .param(
                        "projections",
                        projections.stream().map(ProjectionName::code).toList())
                .query((row, number) -> claimed(row))
                .optional();
    }

    void renew(Claimed rebuild) {
        jdbc.sql(RENEW)
                .param("lease", lease.toSeconds())
                .param("id", rebuild.id())
                .param("me", me)
                .update();
    }

    /** Lets another process go on at once. */
    void release(Claimed rebuild) {
        jdbc.sql("UPDATE readmodel.rebuild SET run_until = '-infinity' WHERE id = :id AND run_by = :me")
                .param("id", rebuild.id())
                .param("me", me)
                .update();
    }

    /**
     * In the running transaction.
     *
     * @throws NotOursException when the rebuild is another's, was called off, or is at another position
     */
    Claimed move(Claimed rebuild, long to) {
        int moved = jdbc.sql(MOVE)
                .param("to", to)
                .param("lease", lease.toSeconds())
                .param("id", rebuild.id())
                .param("me", me)
                .param("state", rebuild.state().name())
                .param("from", rebuild.position())
                .update();
        return require(moved, rebuild).at(to);
    }

    /** @throws NotOursException likewise */
    Claimed change(Claimed rebuild, RebuildState next) {
        int changed = jdbc.sql(CHANGE)
                .param("next", next.name())
                .param("id", rebuild.id())
                .param("me", me)
                .param("state", rebuild.state().name())
                .update();
        return require(changed, rebuild).in(next);
    }

    void found(Claimed rebuild, long differences) {
        jdbc.sql("UPDATE readmodel.rebuild SET differences = :differences WHERE id = :id AND run_by = :me")
                .param("differences", differences)
                .param("id", rebuild.id())
                .param("me", me)
                .update();
    }

    /** Wherever this process has brought it. */
    void fail(UUID rebuild, String why) {
        jdbc.sql("""
                        UPDATE readmodel.rebuild SET state = 'FAILED', failure = :why, updated_at = clock_timestamp()
                        WHERE id = :id AND run_by = :me AND state IN ('RUNNING', 'COMPARING', 'ROLLING_BACK')""").param("why", why).param("id", rebuild).param("me", me).update();
    }

    private static Claimed require(int rows, Claimed rebuild) {
        if (rows != 1) {
            throw new NotOursException(rebuild);
        }
        return rebuild;
    }

    private static Claimed claimed(ResultSet row) throws SQLException {
        return new Claimed(
                row.getObject("id", UUID.class),
                ProjectionName.of(row.getString("projection")).orElseThrow(),
                row.getInt("version"),
                RebuildState.valueOf(row.getString("state")),
                row.getLong("position"));
    }
}
