package io.ledgerbank.benchmarks.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.core.io.ClassPathResource;

/** A database of one side, with the roles and rights that an operator gives the service. Prints without its passwords. */
public record BenchmarkDatabase(String url, String ownerPassword, String appPassword, String superuserPassword) {

    private static final String OWNER = "ledgerbank_owner";
    private static final String APP = "ledgerbank_app";

    void bootstrap() throws SQLException {
        administer("SET ledgerbank.owner_password = '%s'; SET ledgerbank.app_password = '%s'; %s"
                .formatted(ownerPassword, appPassword, bootstrapSql()));
    }

    /** A connection beside everybody's pools, as the superuser. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url, BenchmarkServer.SUPERUSER, superuserPassword);
    }

    /** As the superuser. */
    public void administer(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For a start of the service, which migrates the database by itself. */
    public List<String> serviceProperties() {
        return List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + APP,
                "spring.datasource.password=" + appPassword,
                "spring.flyway.user=" + OWNER,
                "spring.flyway.password=" + ownerPassword);
    }

    /** For Axon's own tables, which their user may create. */
    public List<String> superuserProperties() {
        return List.of(
                "spring.datasource.url=" + url,
                "spring.datasource.username=" + BenchmarkServer.SUPERUSER,
                "spring.datasource.password=" + superuserPassword);
    }

    /** Makes the tables of the log, for a bank that has no other house's. */
    public void migrateLog() {
        Flyway.configure()
                .dataSource(url, OWNER, ownerPassword)
                .locations("classpath:db/migration/eventlog")
                .schemas("eventlog")
                .placeholders(Map.of("appRole", APP))
                .load()
                .migrate();
    }

    private static String bootstrapSql() {
        try {
            return new ClassPathResource("db/bootstrap.sql").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "BenchmarkDatabase[url=" + url + "]";
    }
}
