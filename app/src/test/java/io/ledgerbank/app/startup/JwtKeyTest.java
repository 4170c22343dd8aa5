package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.user.FormerJwtKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class JwtKeyTest {

    private static final String SECRET = "thirty-two bytes, as it happens.";

    @TempDir
    Path folder;

    private final ApplicationContextRunner external = new ApplicationContextRunner()
            .withUserConfiguration(JwtKeyConfiguration.class)
            .withPropertyValues("spring.datasource.url=jdbc:postgresql://127.0.0.1/ledgerbank");

    @Test
    void a_secret_of_32_bytes_is_the_key() {
        external.withPropertyValues("ledgerbank.jwt.secret=" + SECRET)
                .run(context -> assertThat(context.getBean(SecretKey.class).getEncoded())
                        .isEqualTo(SECRET.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_secret_of_31_bytes_is_refused() {
        external.withPropertyValues("ledgerbank.jwt.secret=" + SECRET.substring(1))
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(StartupRefused.class)
                        .rootCause()
                        .hasMessageContaining("JWT_SECRET is too short")
                        .hasMessageContaining("31 bytes")
                        .hasMessageNotContaining(SECRET.substring(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "your-256-bit-secret-your-256-bit-secret",
                "0123456789abcdef0123456789abcdef",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "please-change-me-please-change-me-please"
            })
    void a_secret_that_everybody_knows_is_refused_with_an_external_database(String sample) {
        external.withPropertyValues("ledgerbank.jwt.secret=" + sample).run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("is a sample")
                .hasMessageNotContaining(sample));
    }

    @Test
    void former_secrets_are_keys_as_well_and_no_shorter() {
        external.withPropertyValues(
                        "ledgerbank.jwt.secret=" + SECRET,
                        "ledgerbank.jwt.former-secrets=an-earlier-secret-of-32-bytes-at-least,one-before-it-of-32-bytes-at-least")
                .run(context ->
                        assertThat(context.getBean(FormerJwtKeys.class).keys()).hasSize(2));
        external.withPropertyValues("ledgerbank.jwt.secret=" + SECRET, "ledgerbank.jwt.former-secrets=short")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .hasMessageContaining("JWT_FORMER_SECRETS is too short"));
    }

    @Test
    void no_secret_is_refused_with_an_external_database() {
        external.run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("JWT_SECRET is missing"));
    }

    @Test
    void the_embedded_default_makes_a_key_once_and_keeps_it_for_itself() {
        embedded().run(first -> embedded().run(second -> assertThat(second.getBean(SecretKey.class))
                .isEqualTo(first.getBean(SecretKey.class))
                .satisfies(key -> assertThat(key.getEncoded()).hasSizeGreaterThanOrEqualTo(32))));

        Path kept = folder.resolve("jwt.key");
        assertThat(kept)
                .satisfies(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
    }

    @Test
    void a_kept_key_that_was_cut_short_is_refused() throws Exception {
        Files.writeString(folder.resolve("jwt.key"), "short");

        embedded().run(context -> assertThat(context)
                .getFailure()
                .rootCause()
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("jwt.key")
                .hasMessageContaining("too short"));
    }

    private ApplicationContextRunner embedded() {
        return new ApplicationContextRunner()
                .withUserConfiguration(JwtKeyConfiguration.class)
                .withBean(DataFolder.class, this::claimed);
    }

    private DataFolder claimed() {
        try (DataFolder claimed = DataFolder.claim(folder.toString())) {
            // Released at once, so that two contexts may use the folder one inside the other.
            return claimed;
        }
    }
}
