package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.saga.bankconnection.TokenKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class TokenKeyTest {

    private static final String KEY = "tests:AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    @TempDir
    Path folder;

    private final ApplicationContextRunner external = new ApplicationContextRunner()
            .withUserConfiguration(TokenKeyConfiguration.class)
            .withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1/ledgerbank");

    @Test
    void a_key_is_given_or_in_a_file_or_there_is_none() throws Exception {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");

        external.withPropertyValues("ledgerbank.bank-connections.key=" + KEY)
                .run(context -> assertThat(context).hasSingleBean(TokenKeys.class));
        external.withPropertyValues("ledgerbank.bank-connections.key-file=" + file)
                .run(context -> assertThat(context).hasSingleBean(TokenKeys.class));
        external.run(context -> assertThat(context).hasSingleBean(TokenKeys.class));
    }

    @Test
    void what_is_no_key_refuses_the_start_without_being_shown() {
        external.withPropertyValues("ledgerbank.bank-connections.key=tests:c2hvcnQ=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("LEDGERBANK_BANKCONNECTIONS_KEY")
                        .rootCause()
                        .hasMessageNotContaining("c2hvcnQ="));
    }

    @Test
    void the_embedded_default_makes_a_key_once_and_keeps_it_for_itself() throws Exception {
        new ApplicationContextRunner()
                .withUserConfiguration(TokenKeyConfiguration.class)
                .withBean(DataFolder.class, () -> DataFolder.claim(folder.toString()))
                .run(context -> assertThat(context).hasSingleBean(TokenKeys.class));

        Path kept = folder.resolve("bank-tokens.key");
        assertThat(Files.readString(kept)).startsWith("generated:");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
    }
}
