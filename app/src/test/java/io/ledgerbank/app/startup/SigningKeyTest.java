package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.audit.Ed25519;
import io.ledgerbank.command.audit.SigningKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class SigningKeyTest {

    private static final KeyPair KEY = Ed25519.generate();
    private static final String PEM = Ed25519.pem(KEY.getPrivate());

    @TempDir
    Path folder;

    private final ApplicationContextRunner external = new ApplicationContextRunner()
            .withUserConfiguration(SigningKeyConfiguration.class)
            .withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1/ledgerbank");

    @Test
    void the_key_comes_from_a_setting() {
        external.withPropertyValues("ledgerbank.signing.key=" + PEM)
                .run(context -> assertThat(context.getBean(SigningKeys.class).keyIds())
                        .containsExactly(SigningKeys.idOf(KEY.getPublic())));
    }

    @Test
    void the_key_comes_from_a_file() throws Exception {
        Path file = Files.writeString(folder.resolve("key.pem"), PEM);

        external.withPropertyValues("ledgerbank.signing.key-file=" + file)
                .run(context -> assertThat(context.getBean(SigningKeys.class).keyIds())
                        .containsExactly(SigningKeys.idOf(KEY.getPublic())));
    }

    @Test
    void former_public_keys_stay_published() {
        KeyPair former = Ed25519.generate();

        external.withPropertyValues(
                        "ledgerbank.signing.key=" + PEM,
                        "ledgerbank.signing.further-keys[0]=" + Ed25519.pem(former.getPublic()))
                .run(context -> assertThat(context.getBean(SigningKeys.class).keyIds())
                        .containsExactly(SigningKeys.idOf(KEY.getPublic()), SigningKeys.idOf(former.getPublic())));
    }

    @Test
    void no_key_is_refused_with_an_external_database() {
        external.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("LEDGERBANK_SIGNING_KEY"));
    }

    @Test
    void a_file_that_is_not_there_is_refused() {
        external.withPropertyValues("ledgerbank.signing.key-file=" + folder.resolve("missing"))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasStackTraceContaining("The signing key cannot be read from"));
    }

    @Test
    void something_else_than_a_key_is_refused_and_not_repeated() {
        external.withPropertyValues("ledgerbank.signing.key=c2VjcmV0").run(context -> assertThat(context)
                .getFailure()
                .hasStackTraceContaining("LEDGERBANK_SIGNING_KEY is no Ed25519 private key")
                .hasMessageNotContaining("c2VjcmV0"));
        external.withPropertyValues("ledgerbank.signing.key=" + PEM, "ledgerbank.signing.further-keys[0]=nothing")
                .run(context ->
                        assertThat(context).getFailure().hasStackTraceContaining("LEDGERBANK_SIGNING_FURTHERKEYS"));
    }

    @Test
    void the_embedded_default_makes_a_key_once_and_keeps_it_for_itself() {
        embedded().run(first -> embedded()
                .run(second -> assertThat(second.getBean(SigningKeys.class).keyIds())
                        .isEqualTo(first.getBean(SigningKeys.class).keyIds())
                        .hasSize(1)));

        assertThat(folder.resolve("signing.key"))
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    private ApplicationContextRunner embedded() {
        return new ApplicationContextRunner()
                .withUserConfiguration(SigningKeyConfiguration.class)
                .withBean(DataFolder.class, this::claimed);
    }

    private DataFolder claimed() {
        try (DataFolder claimed = DataFolder.claim(folder.toString())) {
            // Released at once, so that two contexts may use the folder one inside the other.
            return claimed;
        }
    }
}
