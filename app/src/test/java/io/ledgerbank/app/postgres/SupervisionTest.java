package io.ledgerbank.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.startup.DataFolder;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SupervisionTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @RegisterExtension
    final DataFolders folders = new DataFolders();

    private DataFolder folder;
    private EmbeddedPostgres server;

    @BeforeEach
    void start() throws IOException {
        folder = DataFolder.claim(folders.used().toString());
        server = EmbeddedPostgres.start(folder, 0);
    }

    @AfterEach
    void stop() {
        server.close();
        folder.close();
    }

    @Test
    void a_killed_server_comes_back_where_it_was_and_with_what_it_had() throws SQLException {
        change("CREATE TABLE readmodel.kept AS SELECT 42 AS answer");
        try (var supervision = Supervision.of(server)) {
            OwnPostgres.kill(server);

            await().atMost(PATIENCE).until(() -> supervision.restarts() == 1);

            assertThat(supervision.isDead()).isFalse();
            assertThat(ask("SELECT answer FROM readmodel.kept")).isEqualTo("42");
        }
    }

    @Test
    void a_server_that_cannot_start_is_tried_again_until_it_can() throws Exception {
        Path control = server.data().resolve("global/pg_control");
        Path hidden = control.resolveSibling("hidden");
        try (var supervision = Supervision.of(server)) {
            Files.move(control, hidden);
            OwnPostgres.kill(server);
            await().atMost(PATIENCE).until(supervision::isDead);
            await().atMost(PATIENCE).until(() -> Files.exists(folder.resolve("postgres.log.1")));
            assertThat(supervision.restarts()).isZero();

            Files.move(hidden, control);

            await().atMost(PATIENCE).until(() -> supervision.restarts() == 1);
            assertThat(ask("SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void a_server_whose_number_went_to_another_process_is_started_again() throws IOException {
        giveNumberTo(ProcessHandle.current());

        assertThat(server.isAlive()).isFalse();
        try (var supervision = Supervision.of(server)) {
            await().atMost(PATIENCE).until(() -> supervision.restarts() == 1);
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void a_server_whose_number_went_to_the_server_of_other_data_is_dead() throws IOException {
        Path elsewhere = Files.createDirectory(server.data().resolveSibling("elsewhere"));
        Path sleeping = Files.copy(Path.of("/bin/sleep"), elsewhere.resolve("postgres"));
        Process other = new ProcessBuilder(sleeping.toString(), "60").start();
        try {
            giveNumberTo(other.toHandle());

            assertThat(server.isAlive()).isFalse();
        } finally {
            other.destroyForcibly();
        }
    }

    @Test
    void a_server_that_is_stopped_for_good_stays_stopped() {
        Supervision.of(server).close();

        server.close();

        assertThat(server.isAlive()).isFalse();
        await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> !answers());
    }

    /** As after a crash that left the server's file behind. */
    private void giveNumberTo(ProcessHandle another) throws IOException {
        Path file = Postmaster.fileIn(server.data());
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        OwnPostgres.kill(server);
        lines.set(0, String.valueOf(another.pid()));
        Files.write(file, lines);
    }

    private boolean answers() {
        try (Socket socket = new Socket("127.0.0.1", server.port())) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection =
                        server.database().connectAs(server.database().app());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String ask(String sql) throws SQLException {
        try (Connection connection =
                        server.database().connectAs(server.database().app());
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
