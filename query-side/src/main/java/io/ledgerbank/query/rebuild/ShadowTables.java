package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.ProjectionName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables beside those that are read: of the same shape, and under their names with a prefix. Thread-safe. */
final class ShadowTables {

    /** Of tables that are being made. */
    static final String NEXT = "next_";

    /** Of those that were read before. */
    static final String FORMER = "former_";

    private static final String READ = "";

    private static final String COLUMNS = """
            SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull, ', ' ORDER BY attname)
            FROM pg_attribute WHERE attrelid = to_regclass(:table) AND attnum > 0 AND NOT attisdropped""";

    private static final String OPTIONS =
            "SELECT array_to_string(reloptions, ', ') FROM pg_class WHERE oid = to_regclass(:table)";

    private static final String KEYS = """
            SELECT format('ALTER TABLE readmodel.%%I ADD CONSTRAINT %%I %%s', '%1$s' || relname, '%1$s' || conname,
                pg_get_constraintdef(pg_constraint.oid))
            FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
            WHERE conrelid = to_regclass(:table) AND contype IN ('p', 'u')""".formatted(NEXT);

    private static final String INDEXES = """
            SELECT regexp_replace(pg_get_indexdef(indexrelid), ' INDEX \\S+ ON (ONLY )?\\S+ ',
                format(' INDEX IF NOT EXISTS %%I ON readmodel.%%I ', '%1$s' || found.relname, '%1$s' || kept.relname))
            FROM pg_index JOIN pg_class AS found ON found.oid = indexrelid JOIN pg_class AS kept ON kept.oid = indrelid
            WHERE indrelid = to_regclass(:table) AND NOT EXISTS (
                SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))""".formatted(NEXT);

    private static final String NAMES_OF_INDEXES = """
            SELECT relname FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
            WHERE indrelid = to_regclass(:table) ORDER BY relname""";

    private final JdbcClient jdbc;

    ShadowTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty ones, with their keys and no other indexes; those of a rebuild that was left are dropped. */
    void create(ProjectionName projection) {
        drop(projection, NEXT);
        for (String table : projection.tables()) {
            run("CREATE TABLE readmodel.%s%s (LIKE readmodel.%s INCLUDING DEFAULTS INCLUDING STORAGE)"
                    .formatted(NEXT, table, table));
            text(OPTIONS, READ, table)
                    .ifPresent(options -> run("ALTER TABLE readmodel.%s%s SET (%s)".formatted(NEXT, table, options)));
            list(KEYS, READ, table).forEach(this::run);
        }
    }

    /** Those indexes that the tables that are read have, and what the planner wants to know. Outside of transactions. */
    void complete(ProjectionName projection) {
        for (String table : projection.tables()) {
            list(INDEXES, READ, table).forEach(this::run);
            run("VACUUM (ANALYZE) readmodel." + NEXT + table);
        }
    }

    void drop(ProjectionName projection, String prefix) {
        projection.tables().forEach(table -> run("DROP TABLE IF EXISTS readmodel." + prefix + table));
    }

    /** Whether there are tables of this prefix, and rows of them are rows of those that are read. */
    boolean fit(ProjectionName projection, String prefix) {
        return projection.tables().stream()
                .allMatch(table -> text(COLUMNS, prefix, table).isPresent()
                        && text(COLUMNS, prefix, table).equals(text(COLUMNS, READ, table)));
    }

    /** In the running transaction: what was made is read, and what was read is kept. */
    void swap(ProjectionName projection) {
        drop(projection, FORMER);
        projection.tables().forEach(table -> rename(table, READ, FORMER));
        projection.tables().forEach(table -> rename(table, NEXT, READ));
    }

    /** In the running transaction: what was read before is read again. */
    void swapBack(ProjectionName projection) {
        drop(projection, READ);
        projection.tables().forEach(table -> rename(table, FORMER, READ));
    }

    private void rename(String table, String from, String to) {
        List<String> indexes = list(NAMES_OF_INDEXES, from, table);
        run("ALTER TABLE readmodel.%s%s RENAME TO %s%s".formatted(from, table, to, table));
        indexes.forEach(index ->
                run("ALTER INDEX readmodel.%s RENAME TO %s%s".formatted(index, to, index.substring(from.length()))));
    }

    private Optional<String> text(String sql, String prefix, String table) {
        return list(sql, prefix, table).stream().findFirst();
    }

    private List<String> list(String sql, String prefix, String table) {
        return jdbc.sql(sql).params(Map.of("table", "readmodel." + prefix + table)).query(String.class).list().stream()
                .filter(found -> found != null)
                .toList();
    }

    private void run(String sql) {
        jdbc.sql(sql).update();
    }
}
