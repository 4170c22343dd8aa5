package io.ledgerbank.app.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.app.startup.StartupRefused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnusableDataTest {

    @RegisterExtension
    final DataFolders folders = new DataFolders();

    private Path folder;

    @BeforeEach
    void useFolder() throws IOException {
        folder = folders.used();
    }

    @Test
    void data_of_another_major_version_is_refused_by_name() throws IOException {
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "17\n");

        assertThat(refusal()).contains("PostgreSQL 17").contains("runs 18").contains("pg_upgrade");
    }

    @Test
    void data_without_a_readable_version_is_called_damaged() throws IOException {
        Files.writeString(folder.resolve("postgres/PG_VERSION"), "garbage");
        assertThat(refusal()).contains("damaged").contains("PG_VERSION");

        Files.delete(folder.resolve("postgres/PG_VERSION"));
        assertThat(refusal()).contains("damaged").contains("PG_VERSION");
    }

    @Test
    void data_without_its_control_file_is_called_damaged_and_left_alone() throws IOException {
        Files.delete(folder.resolve("postgres/global/pg_control"));

        assertThat(refusal()).contains("damaged").contains("global/pg_control");
        assertThat(folder.resolve("postgres/base")).exists();
    }

    @Test
    void data_that_postgres_itself_refuses_is_refused_in_its_words() throws IOException {
        Files.write(folder.resolve("postgres/global/pg_control"), new byte[8192]);

        assertThat(refusal()).contains("PostgreSQL cannot start on").contains("postgres.log");
    }

    @Test
    void a_missing_password_file_is_missed_rather_than_made_anew() throws IOException {
        Files.delete(folder.resolve("passwords.properties"));

        assertThat(refusal()).contains("password file").contains("is missing");
        assertThat(folder.resolve("passwords.properties")).doesNotExist();
    }

    @Test
    void a_damaged_password_file_is_refused() throws IOException {
        Files.writeString(folder.resolve("passwords.properties"), "superuser=x\n");

        assertThat(refusal()).contains("damaged").contains("owner");
    }

    @Test
    void a_password_file_of_other_data_is_refused_and_the_server_stopped() throws IOException {
        Files.writeString(folder.resolve("passwords.properties"), "superuser=a\nowner=b\napp=c\n");

        assertThat(refusal()).contains("does not take the password");
        assertThat(folder.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void a_folder_in_use_names_its_user() {
        try (DataFolder claimed = DataFolder.claim(folder.toString())) {
            assertThat(claimed.root()).isEqualTo(folder);
            assertThat(refusal())
                    .contains("already in use by process "
                            + ProcessHandle.current().pid());
        }
    }

    @Test
    void a_folder_of_another_user_is_left_to_that_user() throws IOException {
        assumeThat(System.getProperty("user.name"))
                .as("only root can give files away")
                .isEqualTo("root");
        UserPrincipal nobody =
                folder.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody");
        Files.setOwner(folder, nobody);

        assertThat(refusal()).contains("belongs to user nobody").contains("runs as root");
    }

    @Test
    void an_outdated_process_number_harms_no_stranger_and_does_not_keep_the_server_from_starting() throws Exception {
        Process stranger = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "jshell")
                        .toString())
                .redirectErrorStream(true)
                .start();
        try {
            Files.write(
                    folder.resolve("postgres/postmaster.pid"),
                    List.of(
                            Long.toString(stranger.pid()),
                            folder.resolve("postgres").toString()));

            try (DataFolder claimed = DataFolder.claim(folder.toString());
                    EmbeddedPostgres server = EmbeddedPostgres.start(claimed, 0)) {
                assertThat(server.port()).isPositive();
            }
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    private String refusal() {
        var refused = assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> {
                    try (DataFolder claimed = DataFolder.claim(folder.toString())) {
                        EmbeddedPostgres.start(claimed, 0).close();
                    }
                })
                .actual();
        assertThat(refused.getMessage()).endsWith(".").doesNotContain("\n");
        return refused.getMessage();
    }
}
