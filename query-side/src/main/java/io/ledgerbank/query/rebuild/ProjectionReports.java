package io.ledgerbank.query.rebuild;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import io.ledgerbank.query.projection.ProjectionState;
import io.ledgerbank.query.projection.ProjectionState.Activity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells staff how all projections are doing, wherever they are fed. Thread-safe. */
public final class ProjectionReports {

    private static final String SELECT = """
            SELECT name, version, position, fed_until > now() AS fed,
                (SELECT coalesce(max(position), 0) FROM eventlog.event) AS head
            FROM readmodel.projection ORDER BY name""";

    private final ProjectionProcessors processors;
    private final JdbcClient jdbc;

    ProjectionReports(ProjectionProcessors processors, JdbcClient jdbc) {
        this.processors = processors;
        this.jdbc = jdbc;
    }

    /** @throws io.ledgerbank.api.error.RejectedException {@code insufficient_permissions} */
    public List<ProjectionReport> all(Caller caller) {
        caller.requireStaff();
        Map<ProjectionName, ProjectionState> here =
                processors.states().stream().collect(Collectors.toMap(ProjectionState::name, Function.identity()));
        return jdbc.sql(SELECT).query((row, number) -> report(row, here)).list().stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<ProjectionReport> report(ResultSet row, Map<ProjectionName, ProjectionState> here)
            throws SQLException {
        Optional<ProjectionName> name = ProjectionName.of(row.getString("name"));
        if (name.isEmpty()) {
            return Optional.empty();
        }
        Activity elsewhere = row.getBoolean("fed") ? Activity.ELSEWHERE : Activity.STOPPED;
        Optional<ProjectionState> own = Optional.ofNullable(here.get(name.get()))
                .filter(state -> state.activity() != Activity.ELSEWHERE && state.activity() != Activity.STOPPED);
        long position = Math.max(
                row.getLong("position"), own.map(ProjectionState::position).orElse(0L));
        return Optional.of(new ProjectionReport(
                name.get(),
                row.getInt("version"),
                position,
                Math.max(0, row.getLong("head") - position),
                own.map(ProjectionState::activity).orElse(elsewhere)));
    }
}
