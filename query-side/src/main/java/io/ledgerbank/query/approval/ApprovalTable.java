package io.ledgerbank.query.approval;

import io.ledgerbank.api.approval.ApprovalProgress.Verdict;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.approval.ApprovalState;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.query.projection.KnownRows;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads and writes requests for approval many at a time. */
final class ApprovalTable {

    private static final String FIND = """
            SELECT id, state, decided_by, decided_at, decision_reason, last_position
            FROM readmodel.approval WHERE id = ANY (?)""";

    /** A new request and how its first batch leaves it. */
    private record Requested(ApprovalRequested event, long position, Standing standing) {}

    private static final ManyRows<Requested> REQUESTED = columns(
            ManyRows.<Requested>of()
                    .column("id", "uuid", row -> row.event().approvalId().value())
                    .column(
                            "proposal",
                            "text",
                            row -> ProposalJson.write(row.event().proposal()))
                    .column("reason", "text", row -> row.event().reason())
                    .column("requested_by", "uuid", row -> row.event()
                            .requestedBy()
                            .value())
                    .column("requested_at", "timestamptz", row -> row.event().requestedAt())
                    .column("expires_at", "timestamptz", row -> row.event().expiresAt())
                    .column("position", "bigint", Requested::position),
            Requested::standing);

    private static final ManyRows<Entry<UUID, Standing>> DECIDED =
            columns(ManyRows.<Entry<UUID, Standing>>of().column("id", "uuid", Entry::getKey), Entry::getValue);

    private static final String INSERT = REQUESTED.insertInto("readmodel.approval");
    private static final String UPDATE = DECIDED.update("readmodel.approval", "id");

    private final JdbcClient jdbc;

    ApprovalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Standing> find(List<UUID> ids) {
        return KnownRows.find(jdbc, FIND, ids, (row, number) -> read(row));
    }

    void insert(List<Recorded<ApprovalRequested>> requests, Map<UUID, Standing> standings) {
        List<Requested> rows = requests.stream()
                .map(request -> new Requested(
                        request.event(),
                        request.position(),
                        Objects.requireNonNull(
                                standings.get(request.event().approvalId().value()))))
                .toList();
        REQUESTED.write(jdbc, INSERT, rows);
    }

    void update(Map<UUID, Standing> standings) {
        DECIDED.write(jdbc, UPDATE, List.copyOf(standings.entrySet()));
    }

    private static <R> ManyRows<R> columns(ManyRows<R> rows, Function<R, Standing> standing) {
        return rows.column("state", "text", row -> standing.apply(row).state().name())
                .column(
                        "decided_by",
                        "uuid",
                        row -> said(standing.apply(row), verdict -> verdict.decidedBy()
                                .value()))
                .column("decided_at", "timestamptz", row -> said(standing.apply(row), Verdict::decidedAt))
                .column("decision_reason", "text", row -> standing.apply(row)
                        .verdict()
                        .flatMap(Verdict::reason)
                        .orElse(null))
                .column("last_position", "bigint", row -> standing.apply(row).lastPosition());
    }

    private static @Nullable Object said(Standing standing, Function<Verdict, Object> field) {
        return standing.verdict().map(field).orElse(null);
    }

    private static Standing read(ResultSet row) throws SQLException {
        ApprovalState state = ApprovalState.valueOf(row.getString("state"));
        long lastPosition = row.getLong("last_position");
        if (state == ApprovalState.PENDING) {
            return new Standing(Optional.empty(), lastPosition);
        }
        Verdict verdict = new Verdict(
                state,
                new UserId(row.getObject("decided_by", UUID.class)),
                row.getTimestamp("decided_at").toInstant(),
                Optional.ofNullable(row.getString("decision_reason")));
        return new Standing(Optional.of(verdict), lastPosition);
    }
}
