package io.ledgerbank.query.rebuild;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.paging.Page;
import io.ledgerbank.query.projection.ProjectionName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Begins rebuilds, calls them off, undoes them and tells of them. Administrators act, staff looks. Thread-safe. */
public final class Rebuilds {

    private static final int MOST_LISTED = 100;

    private static final String SELECT = """
            SELECT *, (position - running_from) * 1000
                    / greatest(1, (1000 * extract(epoch FROM updated_at - running_since))::bigint) AS rate
            FROM readmodel.rebuild""";

    private static final String CANCEL = """
            UPDATE readmodel.rebuild SET state = 'CANCELLED', updated_at = clock_timestamp()
            WHERE id = :id AND state IN ('RUNNING', 'COMPARING')""";

    /** Only the tables of the last rebuild are kept. */
    private static final String ROLL_BACK = """
            UPDATE readmodel.rebuild AS undone SET state = 'ROLLING_BACK', run_until = '-infinity'
            WHERE id = :id AND state = 'SWAPPED' AND NOT EXISTS (
                SELECT FROM readmodel.rebuild AS other WHERE other.projection = undone.projection
                AND (other.state IN ('RUNNING', 'COMPARING', 'ROLLING_BACK')
                    OR other.state IN ('SWAPPED', 'ROLLED_BACK') AND other.requested_at > undone.requested_at))""";

    private final RebuildTable table;
    private final ShadowTables shadows;
    private final Rebuilder rebuilder;
    private final JdbcClient jdbc;
    private final Clock clock;

    Rebuilds(RebuildTable table, ShadowTables shadows, Rebuilder rebuilder, JdbcClient jdbc, Clock clock) {
        this.table = table;
        this.shadows = shadows;
        this.rebuilder = rebuilder;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws RejectedException {@code insufficient_permissions}; {@code rebuild_running} while another is */
    public Rebuild begin(ProjectionName projection, Caller caller) {
        caller.requireAdmin();
        UUID id = table.add(projection, caller.toString(), clock.instant())
                .orElseThrow(() -> new RejectedException(
                        Reason.REBUILD_RUNNING, "Projection " + projection.code() + " is being made anew already"));
        rebuilder.wake();
        return find(projection, id);
    }

    /** The newest first. */
    public Page<Rebuild> of(ProjectionName projection, Caller caller) {
        caller.requireStaff();
        List<Rebuild> newest = jdbc.sql(
                        SELECT + " WHERE projection = :projection ORDER BY requested_at DESC LIMIT :most")
                .param("projection", projection.code())
                .param("most", MOST_LISTED)
                .query((row, number) -> rebuild(row, List.of()))
                .list();
        return new Page<>(newest, Optional.empty());
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code rebuild_not_found} */
    public Rebuild find(ProjectionName projection, UUID id, Caller caller) {
        caller.requireStaff();
        return find(projection, id);
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code rebuild_not_found}, {@code already_processed} */
    public Rebuild cancel(ProjectionName projection, UUID id, Caller caller) {
        caller.requireAdmin();
        find(projection, id);
        if (jdbc.sql(CANCEL).param("id", id).update() == 0) {
            throw tooLate("A rebuild is called off before its tables are read");
        }
        return find(projection, id);
    }

    /** @throws RejectedException {@code insufficient_permissions}, {@code rebuild_not_found}, {@code already_processed} */
    public Rebuild rollBack(ProjectionName projection, UUID id, Caller caller) {
        caller.requireAdmin();
        find(projection, id);
        if (!shadows.fit(projection, ShadowTables.FORMER)
                || jdbc.sql(ROLL_BACK).param("id", id).update() == 0) {
            throw tooLate(
                    "Only the last rebuild is undone, once, and while the tables from before are of today's shape");
        }
        rebuilder.wake();
        return find(projection, id);
    }

    /** Once a projection has a new version, its tables are made anew without being asked for, once. */
    void beginOutdated() {
        for (ProjectionName projection : ProjectionName.values()) {
            boolean outdated = jdbc.sql("""
                            SELECT EXISTS (SELECT FROM readmodel.projection WHERE name = :projection AND version < :version)
                                AND NOT EXISTS (SELECT FROM readmodel.rebuild
                                    WHERE projection = :projection AND rebuild.version >= :version)""")
                    .param("projection", projection.code())
                    .param("version", projection.version())
                    .query(Boolean.class)
                    .single();
            if (outdated) {
                table.add(projection, Caller.system().toString(), clock.instant());
            }
        }
        rebuilder.wake();
    }

    private Rebuild find(ProjectionName projection, UUID id) {
        return jdbc.sql(SELECT + " WHERE projection = :projection AND id = :id")
                .param("projection", projection.code())
                .param("id", id)
                .query((row, number) -> rebuild(row, Comparison.kept(jdbc, id)))
                .optional()
                .orElseThrow(() -> new RejectedException(
                        Reason.REBUILD_NOT_FOUND, "Projection " + projection.code() + " has no rebuild " + id));
    }

    private static RejectedException tooLate(String rule) {
        return new RejectedException(Reason.ALREADY_PROCESSED, rule);
    }

    private static Rebuild rebuild(ResultSet row, List<Difference> differences) throws SQLException {
        RebuildState state = RebuildState.valueOf(row.getString("state"));
        long processed = row.getLong("position");
        long total = row.getLong("total");
        long rate = row.getLong("rate");
        Optional<Long> eta = state == RebuildState.RUNNING && rate > 0
                ? Optional.of(Math.ceilDiv(total - processed, rate))
                : Optional.empty();
        return new Rebuild(
                row.getObject("id", UUID.class),
                ProjectionName.of(row.getString("projection")).orElseThrow(),
                row.getInt("version"),
                state,
                processed,
                total,
                rate,
                eta,
                Optional.ofNullable(row.getObject("differences", Long.class)),
                differences,
                Optional.ofNullable(row.getString("failure")),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant());
    }
}
