package io.ledgerbank.benchmarks.server;

import io.ledgerbank.app.postgres.EmbeddedPostgres;
import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The service's own embedded PostgreSQL, with the settings that the service gives it, in a folder of its own that is
 * deleted in the end. Only the number of connections is raised: pgbench's clients alone are more than the service needs.
 */
public final class BenchmarkServer implements AutoCloseable {

    static final String SUPERUSER = "postgres";

    private static final Logger LOG = LoggerFactory.getLogger(BenchmarkServer.class);
    private static final int CONNECTIONS = 200;
    private static final List<String> SETTINGS = List.of(
            "server_version",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "wal_sync_method",
            "shared_buffers",
            "max_wal_size",
            "checkpoint_timeout",
            "max_connections");

    private final DataFolder folder;
    private final EmbeddedPostgres postgres;
    private final Properties passwords;

    private BenchmarkServer(DataFolder folder, EmbeddedPostgres postgres, Properties passwords) {
        this.folder = folder;
        this.postgres = postgres;
        this.passwords = passwords;
    }

    /** Whatever is in the folder is deleted, now and when the server is closed. */
    public static BenchmarkServer start(Path data) throws IOException, SQLException {
        endLeftover(data);
        FileSystemUtils.deleteRecursively(data);
        DataFolder folder = DataFolder.claim(data.toString());
        EmbeddedPostgres.start(folder, 0).close();
        Files.writeString(
                folder.resolve("postgres").resolve("postgresql.auto.conf"),
                "max_connections = %d%n".formatted(CONNECTIONS));
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, 0);
        Properties passwords = new Properties();
        try (Reader file = Files.newBufferedReader(folder.resolve("passwords.properties"))) {
            passwords.load(file);
        }
        return new BenchmarkServer(folder, postgres, passwords);
    }

    /** A run that was killed has left its server running; starting on its data ends it. */
    private static void endLeftover(Path data) {
        if (Files.notExists(data)) {
            return;
        }
        try (DataFolder left = DataFolder.claim(data.toString());
                EmbeddedPostgres server = EmbeddedPostgres.start(left, 0)) {
            LOG.info("Deleting what a run left behind, {}", server.port());
        } catch (StartupRefused damaged) {
            LOG.info("Deleting what a run left damaged", damaged);
        }
    }

    public int port() {
        return postgres.port();
    }

    /** An empty database with LedgerBank's roles and schemas. */
    public BenchmarkDatabase createDatabase(String name) throws SQLException {
        administer("CREATE DATABASE " + name);
        BenchmarkDatabase database = new BenchmarkDatabase(
                "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), name),
                passwords.getProperty("owner"),
                passwords.getProperty("app"),
                superuserPassword());
        database.bootstrap();
        return database;
    }

    public void dropDatabase(String name) throws SQLException {
        administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    public Map<String, String> settings() throws SQLException {
        Map<String, String> settings = new LinkedHashMap<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            for (String name : SETTINGS) {
                try (ResultSet value = statement.executeQuery("SHOW " + name)) {
                    value.next();
                    settings.put(name, value.getString(1));
                }
            }
        }
        return settings;
    }

    String superuserPassword() {
        return passwords.getProperty("superuser");
    }

    void administer(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port()), SUPERUSER, superuserPassword());
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        folder.close();
        FileSystemUtils.deleteRecursively(folder.root());
    }
}
