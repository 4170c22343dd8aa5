package io.ledgerbank.testing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** The server behind {@link TestPostgres}, reached as its superuser. Thread-safe. */
final class TestServer {

    private static final class Started {
        static final TestServer SERVER = start();
    }

    /** Two test JVMs on one external server must not change the same role at the same time. */
    private static final long BOOTSTRAP_LOCK = 0x1ed9e5ba9cL;

    private final String url;
    private final @Nullable String user;
    private final @Nullable String password;
    private final Queue<String> created = new ConcurrentLinkedQueue<>();

    TestServer(String url, @Nullable String user, @Nullable String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    static TestServer get() {
        return Started.SERVER;
    }

    private static TestServer start() {
        String external = System.getenv("LEDGERBANK_TEST_DATASOURCE_URL");
        if (external == null || external.isBlank()) {
            return EmbeddedTestServer.start();
        }
        var server = new TestServer(
                external,
                System.getenv("LEDGERBANK_TEST_DATASOURCE_USERNAME"),
                System.getenv("LEDGERBANK_TEST_DATASOURCE_PASSWORD"));
        Runtime.getRuntime().addShutdownHook(new Thread(server::dropWhatWasCreated, "drop-test-databases"));
        return server;
    }

    String urlOf(String database) {
        return connectingTo(database).getUrl();
    }

    String createBootstrappedDatabase() {
        String name = createDatabaseLike("template0");
        try (Connection lock = connectingTo("").getConnection();
                Statement locking = lock.createStatement();
                Connection connection = connectingTo(name).getConnection();
                Statement statement = connection.createStatement()) {
            locking.execute("SELECT pg_advisory_lock(" + BOOTSTRAP_LOCK + ")");
            statement.execute("SET ledgerbank.owner_password = '" + TestRole.OWNER.password() + "'");
            statement.execute("SET ledgerbank.app_password = '" + TestRole.APP.password() + "'");
            statement.execute(bootstrapSql());
            return name;
        } catch (SQLException | IOException e) {
            throw new IllegalStateException("Could not prepare the test database " + name, e);
        }
    }

    String createDatabaseLike(String template) {
        String name = "ledgerbank_test_" + UUID.randomUUID().toString().replace("-", "");
        administer("CREATE DATABASE " + name + " TEMPLATE " + template + " STRATEGY wal_log");
        created.add(name);
        return name;
    }

    private void dropWhatWasCreated() {
        created.forEach(name -> administer("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)"));
    }

    private void administer(String sql) {
        try (Connection connection = connectingTo("").getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("The test server refused: " + sql, e);
        }
    }

    /** An empty name means the database that the server's own URL names. */
    private PGSimpleDataSource connectingTo(String database) {
        var dataSource = new PGSimpleDataSource();
        dataSource.setUrl(url);
        if (user != null) {
            dataSource.setUser(user);
        }
        if (password != null) {
            dataSource.setPassword(password);
        }
        if (!database.isEmpty()) {
            dataSource.setDatabaseName(database);
        }
        return dataSource;
    }

    private static String bootstrapSql() throws IOException {
        try (InputStream sql = TestServer.class.getResourceAsStream("/db/bootstrap.sql")) {
            if (sql == null) {
                throw new IOException("db/bootstrap.sql is not on the classpath");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
