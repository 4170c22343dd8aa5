package io.ledgerbank.app.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.KnownUsers;
import io.ledgerbank.command.user.Registrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApp
class FirstAdminTest {

    private static final String EMAIL = "first.of.many@example.com";

    /** What every node sees that looks before any of them has made the administrator. */
    private static final KnownUsers NOBODY_YET = new KnownUsers() {
        @Override
        public Optional<UserDetails> find(UserId id) {
            return Optional.empty();
        }

        @Override
        public boolean thereAreAny() {
            return false;
        }
    };

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nodes_that_start_together_make_one_administrator_and_none_is_refused() {
        start("the-first-admins-password");
        start("the-first-admins-password");

        assertThat(jdbc.sql("SELECT role FROM identity.user_credential WHERE email = ?")
                        .param(EMAIL)
                        .query(String.class)
                        .list())
                .containsExactly("ADMIN");
    }

    @Test
    void a_password_that_suits_no_administrator_refuses_the_start() {
        assertThatThrownBy(() -> start("short"))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("first administrator cannot be made");
    }

    @Test
    void the_password_may_be_in_a_file_that_the_environment_names(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("password"), "kept-in-a-file-of-its-own\n");
        var environment = new SystemEnvironmentPropertySource(
                "systemEnvironment",
                Map.of("LEDGERBANK_ADMIN_EMAIL", EMAIL, "LEDGERBANK_ADMIN_PASSWORD_FILE", file.toString()));

        FirstAdminSettings settings = new Binder(ConfigurationPropertySource.from(environment))
                .bindOrCreate("ledgerbank.admin", FirstAdminSettings.class);

        assertThat(settings.email()).contains(EMAIL);
        assertThat(settings.givenPassword()).contains("kept-in-a-file-of-its-own");
    }

    private void start(String password) {
        var settings = new FirstAdminSettings(Optional.of(EMAIL), Optional.of(password), Optional.empty());
        new FirstAdmin(settings, NOBODY_YET, registrations).run(new DefaultApplicationArguments());
    }
}
