package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.ChangePassword;
import io.ledgerbank.api.user.RegisterUser;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.SuspendUser;
import io.ledgerbank.app.security.Staff.Person;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.util.Map;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What arrives on behalf of callers as they were when they were let in, and is decided by what they are. */
@WholeApp
class ActingOnAFormerRoleTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private JdbcClient jdbc;

    private Person boss;
    private Person fired;

    @BeforeEach
    void there_are_two_administrators() {
        Staff staff = new Staff(registrations, Client.of(port));
        boss = staff.person(Role.ADMIN);
        fired = staff.person(Role.ADMIN);
    }

    @Test
    void a_suspended_administrator_makes_no_other() {
        boss.client().post("/api/users/" + fired.id() + "/suspend", "").is(200);

        assertThat(refusal(anotherAdmin())).isEqualTo(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void a_demoted_administrator_makes_no_other() {
        boss.client()
                .send("PUT", "/api/users/" + fired.id(), Map.of("role", "SUPPORT"))
                .is(200);

        assertThat(refusal(anotherAdmin())).isEqualTo(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void of_two_administrators_who_suspend_each_other_the_first_stays() {
        commands.sendAndWait(new SuspendUser(fired.id(), new Caller(boss.id(), Role.ADMIN)));

        assertThat(refusal(new SuspendUser(boss.id(), new Caller(fired.id(), Role.ADMIN))))
                .isEqualTo(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void whoever_has_become_staff_sets_no_customers_password() {
        var short8 = new ChangePassword(
                fired.id(), hashOf(fired), "another hash", Role.USER, new Caller(fired.id(), Role.USER));

        assertThat(refusal(short8)).isEqualTo(Reason.PASSWORD_UNSUITABLE);
    }

    @Test
    void a_password_that_was_proved_and_is_none_any_more_changes_nothing() {
        String proved = hashOf(fired);
        Caller caller = new Caller(fired.id(), Role.ADMIN);
        commands.sendAndWait(new ChangePassword(fired.id(), proved, "the owner's", Role.ADMIN, caller));

        assertThat(refusal(new ChangePassword(fired.id(), proved, "the thief's", Role.ADMIN, caller)))
                .isEqualTo(Reason.INVALID_PASSWORD);
        assertThat(hashOf(fired)).isEqualTo("the owner's");
    }

    private RegisterUser anotherAdmin() {
        return new RegisterUser(
                UserId.next(),
                UUID.randomUUID() + "@example.com",
                "Back door",
                Role.ADMIN,
                "hash",
                Role.ADMIN,
                new Caller(fired.id(), Role.ADMIN));
    }

    private Reason refusal(Object command) {
        return catchThrowableOfType(RejectedException.class, () -> commands.sendAndWait(command))
                .reason();
    }

    private String hashOf(Person person) {
        return jdbc.sql("SELECT password_hash FROM identity.user_credential WHERE user_id = ?")
                .param(person.id().value())
                .query(String.class)
                .single();
    }
}
