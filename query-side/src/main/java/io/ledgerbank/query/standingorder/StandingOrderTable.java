package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.query.projection.KnownRows;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Reads and writes standing orders many at a time. */
final class StandingOrderTable {

    private static final String FIND = """
            SELECT id, status, next_run, next_date, next_due_at, runs_made, last_position
            FROM readmodel.standing_order WHERE id = ANY (?)""";

    /** A new order and how far its first batch has brought it. */
    private record Placed(StandingOrderPlaced event, long position, Reached reached) {}

    private static final ManyRows<Placed> PLACED = columns(
            ManyRows.<Placed>of()
                    .column("id", "uuid", row -> row.event().standingOrderId().value())
                    .column(
                            "owner_id",
                            "uuid",
                            row -> row.event().orderedBy().userId().value())
                    .column("placed", "text", row -> JsonMapper.shared().writeValueAsString(row.event()))
                    .column("placed_at", "timestamptz", row -> row.event().placedAt())
                    .column("position", "bigint", Placed::position),
            Placed::reached);

    private static final ManyRows<Entry<UUID, Reached>> MOVED_ON =
            columns(ManyRows.<Entry<UUID, Reached>>of().column("id", "uuid", Entry::getKey), Entry::getValue);

    private static final String INSERT = PLACED.insertInto("readmodel.standing_order");
    private static final String UPDATE = MOVED_ON.update("readmodel.standing_order", "id");

    private final JdbcClient jdbc;

    StandingOrderTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<UUID, Reached> find(List<UUID> ids) {
        return KnownRows.find(jdbc, FIND, ids, (row, number) -> read(row));
    }

    void insert(List<Recorded<StandingOrderPlaced>> orders, Map<UUID, Reached> reached) {
        List<Placed> rows = orders.stream()
                .map(order -> new Placed(
                        order.event(),
                        order.position(),
                        Objects.requireNonNull(
                                reached.get(order.event().standingOrderId().value()))))
                .toList();
        PLACED.write(jdbc, INSERT, rows);
    }

    void update(Map<UUID, Reached> reached) {
        MOVED_ON.write(jdbc, UPDATE, List.copyOf(reached.entrySet()));
    }

    private static <R> ManyRows<R> columns(ManyRows<R> rows, Function<R, Reached> reached) {
        Function<R, StandingOrderProgress> progress = reached.andThen(Reached::progress);
        return rows.column("status", "text", row -> progress.apply(row).status().name())
                .column("next_run", "integer", row -> next(progress.apply(row), DueRun::number))
                .column("next_date", "date", row -> next(progress.apply(row), DueRun::date))
                .column("next_due_at", "timestamptz", row -> next(progress.apply(row), DueRun::dueAt))
                .column("runs_made", "integer", row -> progress.apply(row).runsMade())
                .column("last_position", "bigint", row -> reached.apply(row).lastPosition());
    }

    private static @Nullable Object next(StandingOrderProgress progress, Function<DueRun, Object> field) {
        return progress.next().map(field).orElse(null);
    }

    private static Reached read(ResultSet row) throws SQLException {
        Optional<LocalDate> date = Optional.ofNullable(row.getObject("next_date", LocalDate.class));
        Optional<DueRun> next = date.isEmpty()
                ? Optional.empty()
                : Optional.of(new DueRun(
                        row.getInt("next_run"),
                        date.get(),
                        row.getTimestamp("next_due_at").toInstant()));
        StandingOrderProgress progress = new StandingOrderProgress(
                StandingOrderStatus.valueOf(row.getString("status")), next, row.getInt("runs_made"));
        return new Reached(progress, row.getLong("last_position"));
    }
}
