package io.ledgerbank.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class ExternalDatabaseTest {

    private final TestDatabase existing = TestPostgres.freshDatabase();
    private final DatabaseLogin app = new DatabaseLogin(existing.username(), existing.password());
    private final DatabaseLogin owner = new DatabaseLogin(existing.ownerUsername(), existing.ownerPassword());

    @Test
    void a_reachable_database_with_both_logins_is_used_without_a_warning(CapturedOutput output) {
        Database database = ExternalDatabase.reach(existing.url(), app, owner);

        assertThat(database.owner()).isEqualTo(owner);
        assertThat(output).doesNotContain("WARN");
    }

    @Test
    void without_an_owner_the_operator_is_warned_once(CapturedOutput output) {
        Database database = ExternalDatabase.reach(existing.url(), app, null);

        assertThat(database.owner()).isEqualTo(app);
        assertThat(output.toString().lines().filter(line -> line.contains("WARN")))
                .singleElement()
                .asString()
                .contains("SPRING_FLYWAY_USER")
                .contains("triggers alone");
    }

    @Test
    void a_url_that_is_none_is_refused() {
        assertThat(refusal("postgres://user:hunter2@localhost/ledgerbank", app))
                .contains("not a PostgreSQL URL")
                .doesNotContain("hunter2");
        assertThat(refusal("jdbc:postgresql://localhost:port/ledgerbank", app)).contains("not a PostgreSQL URL");
    }

    @Test
    void an_unknown_host_is_named() {
        assertThat(refusal("jdbc:postgresql://nowhere.invalid:5432/ledgerbank", app))
                .contains("host")
                .contains("unknown")
                .contains("nowhere.invalid:5432");
    }

    @Test
    void a_port_where_nobody_listens_is_named() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = socket.getLocalPort();
        }

        assertThat(refusal("jdbc:postgresql://127.0.0.1:" + port + "/ledgerbank", app))
                .contains("No PostgreSQL answers at 127.0.0.1:" + port)
                .contains("refused");
    }

    @Test
    void a_wrong_password_is_blamed_without_being_shown() {
        assertThat(refusal(existing.url(), new DatabaseLogin(existing.username(), "hunter2")))
                .contains("refuses the login of ledgerbank_app")
                .doesNotContain("hunter2");
    }

    @Test
    void a_wrong_owners_password_is_blamed_on_the_owner() {
        var sentence = assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> ExternalDatabase.reach(
                        existing.url(), app, new DatabaseLogin(existing.ownerUsername(), "wrong")))
                .actual()
                .getMessage();

        assertThat(sentence).contains("refuses the login of ledgerbank_owner");
    }

    @Test
    void an_unknown_database_is_named() {
        String url = existing.url().replaceFirst("/ledgerbank_test_[0-9a-f]+", "/nothing_here");

        assertThat(refusal(url, app)).contains("no such database").contains("nothing_here");
    }

    private static String refusal(String url, DatabaseLogin login) {
        String sentence = assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> ExternalDatabase.reach(url, login, login))
                .actual()
                .getMessage();
        assertThat(sentence).endsWith(".").doesNotContain("\n");
        return sentence;
    }
}
