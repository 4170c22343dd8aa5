package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.postgres.DataFolders;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The embedded default as a newcomer meets it, up to the plug being pulled. */
class KilledAndRestartedTest {

    private static final Pattern POSTGRES_PORT = Pattern.compile("embedded PostgreSQL on 127\\.0\\.0\\.1:(\\d+)");

    @RegisterExtension
    final DataFolders folders = new DataFolders();

    @Test
    void keeps_what_was_committed_ends_the_server_left_behind_and_stops_cleanly() throws Exception {
        Path data = folders.fresh();
        long leftBehind;
        String key;
        try (var first = start(data)) {
            String said = first.awaitReady();
            assertThat(said)
                    .contains("LedgerBank is ready")
                    .contains("/api/docs")
                    .contains("/api/health")
                    .contains("Data            " + data)
                    .contains("alice@example.com    alice-demo-pass");
            assertThat(said).doesNotContain(passwords(data).getProperty("app"));
            commit(data, said);
            key = Files.readString(data.resolve("jwt.key"));
            leftBehind = postmaster(data);
            first.kill();
        }
        assertThat(isRunning(leftBehind))
                .as("postgres outlives a kill -9 of the app")
                .isTrue();

        try (var second = start(data)) {
            String said = second.awaitReady();
            assertThat(isRunning(leftBehind)).isFalse();
            assertThat(said).contains("Ending PostgreSQL process " + leftBehind);
            assertThat(committed(data, said)).isEqualTo("kept");
            assertThat(Files.readString(data.resolve("jwt.key"))).isEqualTo(key);
            long serving = postmaster(data);

            assertThat(second.terminate()).isEqualTo(143);

            assertThat(isRunning(serving)).isFalse();
            assertThat(second.errors()).isEmpty();
            assertThat(second.output()).doesNotContain("57P01").doesNotContain(" ERROR ");
        }
    }

    private static LedgerBankProcess start(Path data) {
        return LedgerBankProcess.start(
                data.getParent(),
                List.of(
                        "ledgerbank.data-directory=" + data,
                        "server.port=0",
                        "management.server.port=0",
                        "ledgerbank.simulator.port=0"));
    }

    private static void commit(Path data, String said) throws SQLException, IOException {
        try (Connection connection = connect(data, said);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE readmodel.survivor AS SELECT 'kept' AS word");
        }
    }

    private static String committed(Path data, String said) throws SQLException, IOException {
        try (Connection connection = connect(data, said);
                Statement statement = connection.createStatement();
                ResultSet word = statement.executeQuery("SELECT word FROM readmodel.survivor")) {
            word.next();
            return word.getString(1);
        }
    }

    private static Connection connect(Path data, String said) throws SQLException, IOException {
        Matcher port = POSTGRES_PORT.matcher(said);
        assertThat(port.find()).isTrue();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port.group(1) + "/ledgerbank",
                "ledgerbank_app",
                passwords(data).getProperty("app"));
    }

    private static Properties passwords(Path data) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(data.resolve("passwords.properties"))) {
            properties.load(reader);
        }
        return properties;
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .strip());
    }

    /** A zombie that nobody has reaped yet has no command line. */
    private static boolean isRunning(long pid) {
        Optional<String> commandLine =
                ProcessHandle.of(pid).flatMap(process -> process.info().commandLine());
        return commandLine.filter(line -> line.contains("postgres")).isPresent();
    }
}
