package io.ledgerbank.app.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Secrets that stand in files, as orchestrators mount them. */
class SecretsInFilesTest {

    @TempDir
    private Path folder;

    @Test
    void a_secret_is_what_its_file_has_without_the_line_break() throws IOException {
        StandardEnvironment environment = with(Map.of(
                "JWT_SECRET_FILE", file("a secret of a file\n"),
                "SPRING_DATASOURCE_PASSWORD_FILE", file("another"),
                "LEDGERBANK_BANKS_WEBHOOKSECRETFILES_SIMBANK", file("a bank's")));

        assertThat(environment.getProperty("ledgerbank.jwt.secret")).isEqualTo("a secret of a file");
        assertThat(environment.getProperty("spring.datasource.password")).isEqualTo("another");
        assertThat(environment.getProperty("ledgerbank.banks.webhook-secrets.simbank"))
                .isEqualTo("a bank's");
    }

    @Test
    void two_places_are_one_too_many() {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> with(Map.of("JWT_SECRET_FILE", file("one"), "JWT_SECRET", "another")))
                .withMessageContaining("both set");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        assertThatExceptionOfType(StartupRefused.class)
                .isThrownBy(() -> with(Map.of("JWT_SECRET_FILE", folder + "/nothing")))
                .withMessageContaining("JWT_SECRET_FILE")
                .withMessageContaining("nothing");
    }

    private String file(String content) throws IOException {
        return Files.writeString(Files.createTempFile(folder, "secret", ""), content)
                .toString();
    }

    private static StandardEnvironment with(Map<String, Object> variables) {
        StandardEnvironment environment = new StandardEnvironment() {

            @Override
            public Map<String, Object> getSystemEnvironment() {
                return variables;
            }
        };
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new HashMap<>(variables)));
        new SecretsInFiles().postProcessEnvironment(environment, new SpringApplication());
        return environment;
    }
}
