package io.ledgerbank.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.security.Staff.Person;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Registrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of who came, who was refused and what operators did. */
@WholeApp
class SecurityLogTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private JdbcClient jdbc;

    private Staff people;
    private Person admin;
    private Person alice;

    @BeforeEach
    void there_are_an_administrator_and_a_customer() {
        people = new Staff(registrations, Client.of(port));
        admin = people.person(Role.ADMIN);
        alice = people.person(Role.USER);
    }

    @Test
    void logins_are_kept_with_what_came_of_them() {
        Client.of(port).login(alice.email(), "not the password").isProblem(401, "invalid_credentials");

        assertThat(events("subject=" + alice.id()))
                .containsExactly("LOGIN_FAILED invalid_credentials", "LOGIN_SUCCEEDED ");
    }

    @Test
    void the_end_of_logins_is_kept() {
        Answer session = Client.of(port).login(alice.email(), Staff.PASSWORD).is(200);
        Map<String, String> token = Map.of("refreshToken", session.text("refreshToken"));
        Client.of(port).post("/api/auth/refresh", token).is(200);
        Client.of(port).post("/api/auth/refresh", token).isProblem(401, "token_revoked");
        alice.client()
                .send(
                        "PUT",
                        "/api/profile/password",
                        Map.of("currentPassword", Staff.PASSWORD, "newPassword", "quite another password"))
                .is(204);

        assertThat(events("subject=" + alice.id()))
                .startsWith("PASSWORD_CHANGED ", "TOKEN_REUSED token_revoked", "LOGIN_SUCCEEDED ");
    }

    @Test
    void who_wanted_what_their_role_does_not_allow_is_kept() {
        alice.client().get("/api/audit/events").isProblem(403, "insufficient_permissions");
        Client.of(port).bearing("a.b.c").get("/api/auth/me").isProblem(401, "invalid_token");

        assertThat(events("kind=ACCESS_REFUSED&actor=" + alice.id()))
                .containsExactly("ACCESS_REFUSED insufficient_permissions");
        assertThat(events("kind=ACCESS_REFUSED")).contains("ACCESS_REFUSED invalid_token");
    }

    @Test
    void what_operators_do_is_kept_with_the_call_and_the_conversation() {
        String conversation = UUID.randomUUID().toString();
        admin.client()
                .with("X-Correlation-ID", conversation)
                .post("/api/users/" + alice.id() + "/suspend", "")
                .is(200);
        admin.client().get("/api/users").is(200);

        Answer events = admin.client()
                .get("/api/audit/security-events?kind=OPERATOR_ACTION&actor=" + admin.id())
                .is(200);

        assertThat(events.body().get("items").size()).isEqualTo(1);
        assertThat(events.text("items.0.action")).isEqualTo("POST /api/users/{id}/suspend");
        assertThat(events.text("items.0.resource")).isEqualTo("/api/users/" + alice.id() + "/suspend");
        assertThat(events.text("items.0.correlationId")).isEqualTo(conversation);
        assertThat(events.text("items.0.network")).isEqualTo("127.0.0.0/24");
    }

    @Test
    void nobody_is_in_it_by_name_and_no_password_either() {
        String hostile = "hunter2-" + UUID.randomUUID();
        Client.of(port).login(hostile, hostile).is(401);
        Client.of(port).login(hostile + "@example.com", hostile).is(401);

        assertThat(jdbc.sql("SELECT string_agg(security_event::text, ' ') FROM identity.security_event")
                        .query(String.class)
                        .single())
                .doesNotContain("hunter2", alice.email(), "@");
    }

    @Test
    void it_is_read_in_parts_newest_first() {
        for (int i = 0; i < 3; i++) {
            Client.of(port).login(alice.email(), "not the password").is(401);
        }
        List<Long> ids = new ArrayList<>();
        String cursor = "";
        do {
            Answer part = admin.client()
                    .get("/api/audit/security-events?limit=2&subject=" + alice.id() + cursor)
                    .is(200);
            part.body().get("items").forEach(event -> ids.add(event.get("id").asLong()));
            cursor = part.body().get("nextCursor").isNull() ? "" : "&cursor=" + part.text("nextCursor");
        } while (!cursor.isEmpty());

        assertThat(ids).hasSize(4).isSortedAccordingTo((one, other) -> Long.compare(other, one));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE identity.security_event SET kind = 'X'",
                "DELETE FROM identity.security_event",
                "TRUNCATE identity.security_event"
            })
    void it_only_grows(String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "append-only");
    }

    @ParameterizedTest
    @CsvSource({
        "kind=NONE, invalid_parameter",
        "actor=me, invalid_uuid_format",
        "from=yesterday, invalid_datetime_format",
        "limit=0, invalid_parameter",
        "cursor=x, invalid_cursor",
        "email=alice, unknown_parameter"
    })
    void refuses_what_it_does_not_know(String query, String code) {
        admin.client().get("/api/audit/security-events?" + query).isProblem(400, code);
    }

    private List<String> events(String query) {
        List<String> events = new ArrayList<>();
        admin.client()
                .get("/api/audit/security-events?limit=100&" + query)
                .is(200)
                .body()
                .get("items")
                .forEach(event -> events.add(event.get("kind").asString() + " "
                        + event.path("reason").asString("")));
        return events;
    }
}
