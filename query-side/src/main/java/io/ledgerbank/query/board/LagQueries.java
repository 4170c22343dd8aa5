package io.ledgerbank.query.board;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells how far each projection is behind the log, over all nodes. Thread-safe. */
public class LagQueries {

    private static final String LAGS = """
            SELECT name, position, greatest(head - position, 0) AS lag
            FROM readmodel.projection,
                (SELECT coalesce(max(position), 0) AS head FROM eventlog.event) AS log
            ORDER BY name""";

    private final JdbcClient jdbc;

    LagQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * In the order of their names.
     *
     * @throws RejectedException {@code insufficient_permissions}
     */
    public List<ProjectionLag> lags(Caller caller) {
        caller.requireStaff();
        return jdbc.sql(LAGS)
                .query((row, number) ->
                        new ProjectionLag(row.getString("name"), row.getLong("position"), row.getLong("lag")))
                .list();
    }
}
