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
 * The columns in which any number of rows travel to the database with one statement: new rows as the data of a {@code COPY},
 * others as an array for each column. Immutable.
 *
 * @param <R> what a row is made of
 */
public final class ManyRows<R> {

    private static final int USUAL_ROW_BYTES = 512;
    private static final long HALF_A_MICROSECOND = 500;

    private final List<Column<R>> columns;

    private record Column<R>(String name, String type, Function<R, @Nullable Object> value) {

        /** The driver sends arrays of these element types as they are, and others as text. */
        Object[] values(List<R> rows) {
            return switch (type) {
                case "bigint" -> rows.stream().map(value).toArray(Long[]::new);
                case "text" -> rows.stream().map(value).toArray(String[]::new);
                default -> rows.stream().map(value).map(ManyRows::rounded).toArray();
            };
        }

        void write(R row, BinaryRows data) {
            data.value(type, rounded(value.apply(row)));
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

    /** Adds rows that are not there yet, by a {@code COPY}: the database has nothing to plan and nothing to parse. */
    public void copyInto(String table, Tables tables, List<R> rows) {
        if (rows.isEmpty()) {
            return;
        }
        BinaryRows data = new BinaryRows(USUAL_ROW_BYTES * (rows.size() + 1));
        for (R row : rows) {
            data.row(columns.size());
            columns.forEach(column -> column.write(row, data));
        }
        tables.copy("COPY %s (%s) FROM STDIN (FORMAT binary)".formatted(table, names()), data.end());
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
    private static @Nullable Object rounded(@Nullable Object value) {
        return value instanceof Instant time
                ? time.plusNanos(HALF_A_MICROSECOND).truncatedTo(ChronoUnit.MICROS)
                : value;
    }
}
