package io.ledgerbank.app.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.app.startup.StartupRefused;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Appointment;
import io.ledgerbank.command.user.KnownUsers;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApp
class FirstAdminTest {

    private static final String EMAIL = "first.of.many@example.com";

    private static final Password PASSWORD = Password.of("the-first-admins-password");

    private static final KnownUsers NO_ADMINISTRATOR = new Looking(false);

    /** What a node sees that looks at first before, and then after, another has made the administrator. */
    private static KnownUsers nobodyYet() {
        return new Looking(true);
    }

    private static final class Looking implements KnownUsers {

        private final boolean later;
        private boolean looked;

        Looking(boolean later) {
            this.later = later;
        }

        @Override
        public Optional<UserDetails> find(UserId id) {
            return Optional.empty();
        }

        @Override
        public Optional<Appointment> appointmentOf(UserId id) {
            return Optional.empty();
        }

        @Override
        public boolean thereIsAnAdministrator() {
            boolean now = looked && later;
            looked = true;
            return now;
        }
    }

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private KnownUsers users;

    @Test
    void nodes_that_start_together_make_one_administrator_and_none_is_refused() {
        start(nobodyYet(), EMAIL);
        start(nobodyYet(), EMAIL);

        assertThat(roleOf(EMAIL)).containsExactly("ADMIN");
    }

    @Test
    void customers_do_not_keep_a_bank_from_its_first_administrator() {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), UUID.randomUUID() + "@example.com", "Early", PASSWORD, Role.USER);

        start(nobodyYet(), email);

        assertThat(roleOf(email)).containsExactly("ADMIN");
    }

    @Test
    void a_customer_with_the_administrators_address_refuses_the_start_and_gets_nothing() {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Mallory", PASSWORD, Role.USER);

        assertThatThrownBy(() -> start(NO_ADMINISTRATOR, email))
                .isInstanceOf(StartupRefused.class)
                .hasMessageContaining("LEDGERBANK_ADMIN_EMAIL");
        assertThat(roleOf(email)).containsExactly("USER");
    }

    @Test
    void a_bank_that_has_an_administrator_gets_no_other() {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), UUID.randomUUID() + "@example.com", "Ann", PASSWORD, Role.ADMIN);

        start(users, email);

        assertThat(roleOf(email)).isEmpty();
    }

    @Test
    void it_is_done_before_anybody_can_call() {
        assertThat(first(users, EMAIL, PASSWORD.value()).getPhase())
                .isLessThan(WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE);
    }

    @Test
    void a_password_that_suits_no_administrator_refuses_the_start() {
        assertThatThrownBy(() -> first(nobodyYet(), EMAIL, "14-characters-").start())
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

    private void start(KnownUsers seen, String email) {
        first(seen, email, PASSWORD.value()).start();
    }

    private FirstAdmin first(KnownUsers seen, String email, String password) {
        var settings = new FirstAdminSettings(Optional.of(email), Optional.of(password), Optional.empty());
        return new FirstAdmin(settings, seen, registrations);
    }

    private List<String> roleOf(String email) {
        return jdbc.sql("SELECT role FROM identity.user_credential WHERE email = ?")
                .param(email)
                .query(String.class)
                .list();
    }
}
