package io.ledgerbank.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.flywaydb.core.Flyway;

/** A PostgreSQL of its own, as durable as the one that LedgerBank brings along and set up the same. */
final class BenchmarkServer implements AutoCloseable {

    static final String USER = "postgres";
    private static final String SECRET = "benchmark";

    private final EmbeddedPostgres postgres;

    private BenchmarkServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    static BenchmarkServer start() throws IOException {
        return new BenchmarkServer(EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                .start());
    }

    int port() {
        return postgres.getPort();
    }

    void create(String database) throws SQLException {
        administer("postgres", "CREATE DATABASE " + database);
    }

    /** The settings that point the command side at a new database with a log in it. */
    Map<String, Object> createBank(String database) throws SQLException, IOException {
        create(database);
        try (InputStream bootstrap =
                Objects.requireNonNull(BenchmarkServer.class.getResourceAsStream("/db/bootstrap.sql"))) {
            administer(
                    database,
                    "SET ledgerbank.owner_password = '" + SECRET + "'; SET ledgerbank.app_password = '" + SECRET + "'; "
                            + new String(bootstrap.readAllBytes(), StandardCharsets.UTF_8));
        }
        Flyway.configure()
                .dataSource(url(database), "ledgerbank_owner", SECRET)
                .locations("classpath:db/migration/eventlog")
                .schemas("eventlog")
                .placeholders(Map.of("appRole", "ledgerbank_app"))
                .load()
                .migrate();
        return Map.of(
                "spring.datasource.url",
                url(database),
                "spring.datasource.username",
                "ledgerbank_app",
                "spring.datasource.password",
                SECRET);
    }

    private void administer(String database, String sql) throws SQLException {
        try (Connection connection = postgres.getDatabase(USER, database).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    @Override
    public void close() throws IOException {
        postgres.close();
    }
}
