package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.postgres.DataFolders;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Starts that cannot succeed, seen from outside: an exit code, and one sentence on standard error. */
class RefusedStartTest {

    private static final String SECRET = "ledgerbank.jwt.secret=a-secret-of-starts-that-are-refused";

    @RegisterExtension
    final DataFolders folders = new DataFolders();

    @TempDir
    Path workingFolder;

    @Test
    void a_taken_port_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refusal(external("server.port=" + taken.getLocalPort(), "server.address=127.0.0.1", SECRET)))
                    .contains("Port " + taken.getLocalPort())
                    .contains("SERVER_PORT")
                    .doesNotContain("MANAGEMENT");
        }
    }

    @Test
    void a_taken_management_port_is_named() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            assertThat(refusal(external("server.port=0", "management.server.port=" + taken.getLocalPort(), SECRET)))
                    .contains("Port " + taken.getLocalPort())
                    .contains("MANAGEMENT_SERVER_PORT");
        }
    }

    @Test
    void an_address_of_another_machine_is_not_called_a_taken_port() {
        assertThat(refusal(external("server.port=0", "server.address=192.0.2.1", "management.server.port=0", SECRET)))
                .contains("192.0.2.1")
                .contains("SERVER_ADDRESS")
                .doesNotContain("in use", "MANAGEMENT");
    }

    @Test
    void a_management_address_of_another_machine_is_not_called_a_taken_port() {
        assertThat(refusal(external(
                        "server.port=0",
                        "server.address=127.0.0.1",
                        "management.server.port=8081",
                        "management.server.address=192.0.2.1",
                        SECRET)))
                .contains("192.0.2.1")
                .contains("MANAGEMENT_SERVER_ADDRESS")
                .doesNotContain("in use");
    }

    @Test
    void data_of_another_postgres_version_is_refused() throws IOException {
        Path data = folders.used();
        Files.writeString(data.resolve("postgres/PG_VERSION"), "16\n");

        assertThat(refusal(embedded(data))).contains("PostgreSQL 16");
    }

    @Test
    void a_folder_in_use_is_refused_and_its_user_named() throws IOException {
        Path data = folders.used();
        try (DataFolder claimed = DataFolder.claim(data.toString())) {
            assertThat(refusal(embedded(claimed.root())))
                    .contains("in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_data_folder_that_cannot_be_one_is_refused() throws IOException {
        Path file = Files.writeString(workingFolder.resolve("file"), "not a folder");

        assertThat(refusal(embedded(file))).contains("cannot be written").contains(file.toString());
    }

    @Test
    void a_database_that_cannot_be_reached_is_named() {
        assertThat(refusal(Stream.concat(
                        external(SECRET).filter(property -> !property.startsWith("spring.datasource.url")),
                        Stream.of("spring.datasource.url=jdbc:postgresql://nowhere.invalid/ledgerbank"))))
                .contains("nowhere.invalid:5432");
    }

    @Test
    void item_06_an_external_database_without_a_jwt_secret_is_refused() {
        assertThat(refusal(external("server.port=0", "management.server.port=0")))
                .contains("JWT_SECRET is missing");
    }

    @Test
    void item_06_a_sample_or_short_jwt_secret_is_refused() {
        assertThat(refusal(external(
                        "server.port=0", "management.server.port=0", "ledgerbank.jwt.secret=" + "changeme".repeat(8))))
                .contains("JWT_SECRET is a sample");
        assertThat(refusal(external(
                        "server.port=0",
                        "management.server.port=0",
                        "ledgerbank.jwt.secret=31-bytes-are-one-too-few-really")))
                .contains("JWT_SECRET is too short");
    }

    @Test
    void an_external_database_without_a_signing_key_is_refused() {
        assertThat(refusal(external("server.port=0", "management.server.port=0", SECRET)
                        .filter(property -> !property.startsWith("ledgerbank.signing.key"))))
                .contains("LEDGERBANK_SIGNING_KEY", "is missing");
    }

    private static Stream<String> embedded(Path data) {
        return Stream.of(
                "ledgerbank.data-directory=" + data,
                "server.port=0",
                "management.server.port=0",
                "ledgerbank.simulator.port=0");
    }

    private static Stream<String> external(String... properties) {
        TestDatabase database = TestPostgres.freshDatabase();
        return Stream.concat(Stream.of(database.springProperties()), Stream.of(properties));
    }

    private String refusal(Stream<String> properties) {
        List<String> all = properties.toList();
        try (var process = LedgerBankProcess.start(workingFolder, all)) {
            assertThat(process.awaitExit()).as(process.output()).isEqualTo(1);
            assertThat(process.errors().lines()).as("standard error").hasSize(1);
            assertThat(process.errors().strip()).endsWith(".");
            assertThat(process.output())
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ")
                    .doesNotContain("ERROR");
            return process.errors();
        }
    }
}
