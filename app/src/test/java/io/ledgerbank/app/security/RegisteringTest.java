package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.RegisterUser;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@WholeApp
class RegisteringTest {

    @LocalServerPort
    private int port;

    @Autowired
    private CommandGateway commands;

    @Autowired
    private JdbcClient jdbc;

    private Client anybody;

    @BeforeEach
    void connect() {
        anybody = Client.of(port);
    }

    @Test
    void anybody_becomes_a_customer() {
        Answer answer = anybody.post("/api/users", body(" Carol@Example.COM ", "Carol Jones", "long enough"));

        answer.is(201);
        assertThat(answer.text("email")).isEqualTo("carol@example.com");
        assertThat(answer.text("role")).isEqualTo("USER");
        assertThat(answer.text("status")).isEqualTo("ACTIVE");
        assertThat(answer.header("Location")).isEqualTo("/api/users/" + answer.text("id"));
        assertThat(answer.body().propertyNames())
                .containsExactly("id", "email", "fullName", "role", "status", "createdAt");
    }

    @Test
    void the_event_and_the_credential_commit_together_and_the_event_knows_no_password() {
        String id = anybody.post("/api/users", body("dora@example.com", "Dora", "doras-password"))
                .is(201)
                .text("id");

        String payload = jdbc.sql("SELECT payload FROM eventlog.event WHERE stream_id = ?")
                .param(id)
                .query(String.class)
                .single();
        assertThat(payload)
                .contains("sealed", id)
                .doesNotContain("dora@example.com", "Dora", "doras-password", "argon2");
        assertThat(jdbc.sql("SELECT password_hash FROM identity.user_credential WHERE user_id = ?::uuid")
                        .param(id)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void who_registers_is_remembered_as_nobody_known_and_not_as_the_system() {
        String id = anybody.post("/api/users", body("kim@example.com", "Kim", "kims-password"))
                .is(201)
                .text("id");

        assertThat(actorOf(id)).isEqualTo("anonymous");
    }

    private String actorOf(String stream) {
        return jdbc.sql("SELECT metadata::jsonb ->> 'actor' FROM eventlog.event WHERE stream_id = ?")
                .param(stream)
                .query(String.class)
                .single();
    }

    @Test
    void an_address_belongs_to_one_user() {
        anybody.post("/api/users", body("fay@example.com", "Fay", "fays-password"))
                .is(201);

        anybody.post("/api/users", body("FAY@example.com", "Another", "anothers-password"))
                .isProblem(409, "email_already_exists");
    }

    @Test
    void an_address_belongs_to_one_user_however_many_ask_for_it_at_once() throws Exception {
        Callable<Boolean> registering = () -> registers("eve@example.com");
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var registered = callers
                    .invokeAll(Stream.generate(() -> registering).limit(8).toList())
                    .stream()
                    .map(Future::resultNow)
                    .toList();

            assertThat(registered).containsOnlyOnce(true).hasSize(8);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM eventlog.event WHERE type = 'UserRegistered' AND NOT EXISTS"
                                + " (SELECT FROM identity.user_credential WHERE user_id::text = stream_id)")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private boolean registers(String email) {
        try {
            commands.sendAndWait(
                    new RegisterUser(UserId.next(), email, "Eve", Role.USER, "hash", Role.USER, Caller.system()));
            return true;
        } catch (RejectedException taken) {
            assertThat(taken.reason()).isEqualTo(Reason.EMAIL_ALREADY_EXISTS);
            return false;
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nobody                    | Frank        | long enough | invalid_email_format    | email
            a b@example.com           | Frank        | long enough | invalid_email_format    | email
            frank@localhost           | Frank        | long enough | invalid_email_format    | email
            frank..x@example.com      | Frank        | long enough | invalid_email_format    | email
            f@example.com\\u0000      | Frank        | long enough | invalid_email_format    | email
            frank@example.com         | ``           | long enough | invalid_name_format     | fullName
            frank@example.com         | a\\u0000b    | long enough | invalid_name_format     | fullName
            frank@example.com         | a\\u202eb    | long enough | invalid_name_format     | fullName
            frank@example.com         | a\\u200bb    | long enough | invalid_name_format     | fullName
            frank@example.com         | a\\ud800b    | long enough | invalid_name_format     | fullName
            """)
    void refuses_what_is_no_address_or_name(String email, String name, String password, String code, String field) {
        String json = "{\"email\":\"%s\",\"fullName\":\"%s\",\"password\":\"%s\"}".formatted(email, name, password);

        Answer answer = anybody.post("/api/users", json).isProblem(400, code);

        assertThat(answer.text("errors.0.field")).isEqualTo(field);
    }

    @Test
    void names_every_field_at_fault_at_once() {
        Answer answer = anybody.post(
                        "/api/users", "{\"email\":\"nobody\",\"fullName\":\"\",\"password\":\"short\",\"colour\":1}")
                .isProblem(400, "invalid_email_format");

        assertThat(answer.body()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString() + " "
                                + error.get("code").asString()))
                .containsExactly(
                        "email invalid_email_format",
                        "fullName invalid_name_format",
                        "password invalid_password_format",
                        "colour unknown_field");
        anybody.post("/api/users", "{\"email\":7}").isProblem(400, "missing_fields");
    }

    @Test
    void refuses_short_passwords_and_shorter_ones_for_staff_than_for_customers() {
        Client admin = admin("boss@example.com");

        anybody.post("/api/users", body("gina@example.com", "Gina", "1234567"))
                .isProblem(400, "invalid_password_format");
        anybody.post("/api/users", body("gina@example.com", "Gina", "x".repeat(256)))
                .isProblem(400, "invalid_password_format");
        admin.post("/api/users/admin", staff("gina@example.com", "14-characters-", "SUPPORT"))
                .isProblem(400, "invalid_password_format");
        admin.post("/api/users/admin", staff("gina@example.com", "15-characters--", "SUPPORT"))
                .is(201);
        admin.post("/api/users/admin", staff("hal@example.com", "15-characters--", "SYSTEM"))
                .isProblem(400, "invalid_role");
        admin.post("/api/users/admin", staff("hal@example.com", "15-characters--", "KING"))
                .isProblem(400, "invalid_role");
    }

    @Test
    void nobody_chooses_a_role_but_an_admin() {
        anybody.post("/api/users", staff("ivan@example.com", "long enough for staff", "ADMIN"))
                .isProblem(400, "unknown_field");
        anybody.post("/api/users/admin", staff("ivan@example.com", "long enough for staff", "ADMIN"))
                .isProblem(401, "unauthorized");
        anybody.post("/api/users", body("ivan@example.com", "Ivan", "ivans-password"))
                .is(201);
        anybody.loggedIn("ivan@example.com", "ivans-password")
                .post("/api/users/admin", staff("judy@example.com", "long enough for staff", "ADMIN"))
                .isProblem(403, "insufficient_permissions");
    }

    @Test
    void an_admin_who_asks_again_with_the_same_key_gets_the_first_answer() {
        Client admin = admin("chief@example.com").with("Idempotency-Key", "hire-kate");
        Map<String, String> kate = staff("kate@example.com", "15-characters--", "SUPPORT");

        Answer first = admin.post("/api/users/admin", kate).is(201);
        Answer again = admin.post("/api/users/admin", kate).is(201);

        assertThat(again.response().body()).isEqualTo(first.response().body());
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        admin.post("/api/users/admin", staff("kate@example.com", "15-characters--", "ADMIN"))
                .isProblem(422, "idempotency_key_reused");
        admin.post("/api/users/admin", staff("kate@example.com", "another password", "SUPPORT"))
                .isProblem(422, "idempotency_key_reused");
    }

    @Test
    void a_refusal_is_an_answer_too() {
        Client admin = admin("head@example.com");
        admin.post("/api/users/admin", staff("leo@example.com", "15-characters--", "SUPPORT"))
                .is(201);
        Client hiring = admin.with("Idempotency-Key", "hire-leo");
        Map<String, String> leo = staff("leo@example.com", "15-characters--", "SUPPORT");
        hiring.post("/api/users/admin", leo).isProblem(409, "email_already_exists");

        Answer again = hiring.post("/api/users/admin", leo).isProblem(409, "email_already_exists");

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        admin.with("Idempotency-Key", "two words")
                .post("/api/users/admin", leo)
                .isProblem(400, "invalid_idempotency_key");
    }

    private Client admin(String email) {
        anybody.register(email, "a-password-for-staff");
        jdbc.sql("UPDATE identity.user_credential SET role = 'ADMIN' WHERE email = ?")
                .param(email)
                .update();
        return anybody.loggedIn(email, "a-password-for-staff");
    }

    private static Map<String, String> body(String email, String fullName, String password) {
        return Map.of("email", email, "fullName", fullName, "password", password);
    }

    private static Map<String, String> staff(String email, String password, String role) {
        return Map.of("email", email, "fullName", "Staff", "password", password, "role", role);
    }
}
