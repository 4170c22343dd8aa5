package io.ledgerbank.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class EmbeddedPostgresTest {

    @RegisterExtension
    final DataFolders folders = new DataFolders();

    private DataFolder folder;

    @BeforeEach
    void claimFolder() throws IOException {
        folder = DataFolder.claim(folders.used().toString());
    }

    @AfterEach
    void releaseFolder() {
        folder.close();
    }

    @Test
    void is_durable_and_listens_to_this_machine_alone() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder, 0)) {
            Database database = server.database();

            assertThat(ask(database, database.app(), "SHOW fsync")).isEqualTo("on");
            assertThat(ask(database, database.app(), "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, database.app(), "SHOW full_page_writes")).isEqualTo("on");
            assertThat(ask(database, database.app(), "SHOW data_checksums")).isEqualTo("on");
            assertThat(ask(database, database.app(), "SHOW listen_addresses")).isEqualTo("127.0.0.1");
            assertThat(ask(database, database.app(), "SHOW server_version")).startsWith("18.");
        }
    }

    @Test
    void lets_nobody_in_without_the_password() throws Exception {
        try (var server = EmbeddedPostgres.start(folder, 0)) {
            for (String role : new String[] {"postgres", "ledgerbank_owner", "ledgerbank_app"}) {
                assertThatThrownBy(() -> ask(server.database(), new DatabaseLogin(role, "guessed"), "SELECT 1"))
                        .hasMessageContaining("password authentication failed");
            }
            assertThat(Files.readString(folder.resolve("postgres/pg_hba.conf"))
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank()))
                    .isNotEmpty()
                    .allMatch(line -> line.endsWith("scram-sha-256"));
        }
    }

    @Test
    void gives_each_role_its_schemas_and_the_service_no_say_in_the_owners() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder, 0)) {
            Database database = server.database();

            assertThat(ask(database, database.app(), """
                    SELECT string_agg(nspname || '=' || pg_get_userbyid(nspowner), ' ' ORDER BY nspname)
                    FROM pg_namespace WHERE nspname IN ('eventlog', 'identity', 'readmodel', 'saga')"""))
                    .isEqualTo("eventlog=ledgerbank_owner identity=ledgerbank_owner"
                            + " readmodel=ledgerbank_app saga=ledgerbank_app");
            assertThatThrownBy(() -> change(database, database.app(), "CREATE TABLE eventlog.mine ()"))
                    .hasMessageContaining("permission denied");
            assertThatThrownBy(() -> change(database, database.app(), "SET ROLE ledgerbank_owner"))
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void keeps_its_secrets_from_other_users() throws IOException {
        useEmptyFolder();
        try (var server = EmbeddedPostgres.start(folder, 0)) {
            assertThat(modeOf(folder.root())).isEqualTo("rwx------");
            assertThat(modeOf(server.data())).isEqualTo("rwx------");
            assertThat(modeOf(folder.resolve("passwords.properties"))).isEqualTo("rw-------");
            try (var files = Files.list(folder.root())) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrder(
                                "binaries", "ledgerbank.lock", "passwords.properties", "postgres", "postgres.log");
            }
        }
    }

    @Test
    void finds_its_data_again_and_leaves_no_process_behind() throws SQLException {
        try (var server = EmbeddedPostgres.start(folder, 0)) {
            Database database = server.database();
            change(database, database.app(), "CREATE TABLE readmodel.kept AS SELECT 42 AS answer");
        }
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();

        try (var server = EmbeddedPostgres.start(folder, 0)) {
            Database database = server.database();
            assertThat(ask(database, database.app(), "SELECT answer FROM readmodel.kept"))
                    .isEqualTo("42");
        }
    }

    @Test
    void a_first_start_killed_half_way_is_begun_anew() throws IOException {
        useEmptyFolder();
        Path halfDone = Files.createDirectory(folder.resolve("postgres.incomplete"));
        Files.writeString(halfDone.resolve("PG_VERSION"), "18\n");

        try (var server = EmbeddedPostgres.start(folder, 0)) {
            assertThat(server.data().resolve("global/pg_control")).exists();
            assertThat(halfDone).doesNotExist();
        }
    }

    @Test
    void a_configured_port_that_is_taken_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, java.net.InetAddress.getByName("127.0.0.1"))) {
            assertThatExceptionOfType(StartupRefused.class)
                    .isThrownBy(() -> EmbeddedPostgres.start(folder, taken.getLocalPort()))
                    .withMessageContaining("Port " + taken.getLocalPort() + " is already in use")
                    .withMessageContaining("LEDGERBANK_POSTGRES_PORT");
        }
    }

    private void useEmptyFolder() throws IOException {
        folder.close();
        folder = DataFolder.claim(folders.fresh().toString());
    }

    private static String modeOf(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static void change(Database database, DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection = database.connectAs(login);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(Database database, DatabaseLogin login, String sql) throws SQLException {
        try (Connection connection = database.connectAs(login);
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }
}
