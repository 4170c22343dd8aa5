package io.ledgerbank.query.paging;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.query.ReadStatements;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.postgresql.ds.PGSimpleDataSource;
import org.postgresql.jdbc.PreferQueryMode;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** Asks PostgreSQL how it would run a statement over tables of some size. */
public final class Plans {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\?");
    private static final JdbcClient FILLED = fillTables();

    private Plans() {}

    static void assertOrderedBy(String index) {
        assertThat(ofLast()).contains(index).doesNotContain("Seq Scan", "Sort");
    }

    /** For values that are much rarer than the others of their column. */
    static void assertOrderedBy(String index, Object... values) {
        assertThat(of(ReadStatements.last(), values)).contains(index).doesNotContain("Seq Scan", "Sort");
    }

    static String ofLast() {
        return ofAny(ReadStatements.last());
    }

    /** The plan for parameters about which nothing is known. */
    public static String ofAny(String sql) {
        var parameters = new AtomicInteger();
        return explain(
                "(GENERIC_PLAN) " + PLACEHOLDER.matcher(sql).replaceAll(found -> "\\$" + parameters.incrementAndGet()));
    }

    private static String of(String sql, Object... values) {
        return explain(sql, values);
    }

    private static String explain(String sql, Object... values) {
        return String.join(
                "\n",
                FILLED.sql("EXPLAIN " + sql).params(values).query(String.class).list());
    }

    private static JdbcClient fillTables() {
        TestDatabase database = TestPostgres.freshDatabase("eventlog", "readmodel");
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(database.url());
        dataSource.setUser(database.username());
        dataSource.setPassword(database.password());
        dataSource.setPreferQueryMode(PreferQueryMode.SIMPLE);
        new ResourceDatabasePopulator(new ClassPathResource("fill-tables.sql")).execute(dataSource);
        return JdbcClient.create(dataSource);
    }
}
