package io.ledgerbank.query.projection;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;

/**
 * The columns in which any number of rows travel to the database with one statement: an array for each column. Immutable.
 *
 * @param <R> what a row is made of
 */
public final class ManyRows<R> {

    private static final long HALF_A_MICROSECOND = 500;

    private final List<Column<R>> columns;

    private record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

        Object[] values(List<R> rows) {
            return rows.stream().map(value).map(ManyRows::text).toArray();
        }
    }

    private ManyRows(List<Column<R>> columns) {
        this.columns = columns;
    }

    public static <R> ManyRows<R> of() {
        return new ManyRows<>(List.of());
    }

    /** @param type PostgreSQL's name for the type of the column */
    public ManyRows<R> column(String name, String type, Function<R, @Nullable Object> value) {
        List<Column<R>> more = new ArrayList<>(columns);
        more.add(new Column<>(name, type, value));
        return new ManyRows<>(List.copyOf(more));
    }

    public String insertInto(String table) {
        return "INSERT INTO %s (%s) SELECT * FROM %s".formatted(table, names(), given());
    }

    public String update(String table, String key) {
        String changes = columns.stream()
                .map(Column::name)
                .filter(name -> !name.equals(key))
                .map(name -> name + " = given." + name)
                .collect(Collectors.joining(", "));
        return "UPDATE %s AS kept SET %s FROM %s WHERE kept.%s = given.%s".formatted(table, changes, given(), key, key);
    }

    /** A statement ready to run on these rows; its parameters are the columns in their order. */
    public StatementSpec statement(JdbcClient jdbc, String sql, List<R> rows) {
        StatementSpec statement = jdbc.sql(sql);
        for (Column<R> column : columns) {
            statement = statement.param(new SqlArrayValue(column.type(), column.values(rows)));
        }
        return statement;
    }

    /** Runs the statement once, and not at all without rows; it must take effect on each of them. */
    public void write(JdbcClient jdbc, String sql, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        int written = statement(jdbc, sql, rows).update();
        if (written != rows.size()) {
            throw new IllegalStateException(written + " of " + rows.size() + " rows were written by " + sql);
        }
    }

    private String names() {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    private String given() {
        return columns.stream()
                .map(column -> "CAST(? AS " + column.type() + "[])")
                .collect(Collectors.joining(", ", "unnest(", ") AS given (" + names() + ")"));
    }

    /** A time is rounded as the driver rounds single ones: the database would round halves to even. */
    private static @Nullable Object text(@Nullable Object value) {
        return value instanceof Instant time
                ? time.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS)
                : value;
    }
}
