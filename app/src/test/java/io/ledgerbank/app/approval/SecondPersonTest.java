package io.ledgerbank.app.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What takes two, told with a freeze that is to be lifted. */
@WholeApp
class SecondPersonTest {

    private static final Map<String, String> WHY = Map.of("reason", "Her identity is confirmed");

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    private Client support;
    private Client admin;
    private String account;

    @BeforeEach
    void an_account_is_frozen() {
        support = loggedIn(Role.SUPPORT);
        admin = loggedIn(Role.ADMIN);
        account = "/api/accounts/"
                + loggedIn(Role.USER)
                        .post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                        .is(201)
                        .text("id");
        support.post(account + "/freeze", Map.of("reason", "Strange payments")).is(200);
    }

    @Test
    void nothing_happens_until_somebody_else_agrees() {
        Answer asked = support.post(account + "/unfreeze", WHY).is(202);

        String approval = asked.header("Location");
        assertThat(asked.text("state")).isEqualTo("PENDING");
        assertThat(asked.text("proposal.type")).isEqualTo("UNFREEZE_ACCOUNT");
        assertThat(asked.text("resource")).isEqualTo(account);
        eventually(() -> support.get(approval).text("reason"), WHY.get("reason"));
        eventually(() -> support.get(account).text("status"), "FROZEN");
        support.post(approval + "/approve", "").isProblem(403, "self_approval");
        support.post(approval + "/reject", WHY).isProblem(403, "self_approval");

        assertThat(admin.post(approval + "/approve", "").is(200).text("state")).isEqualTo("APPROVED");

        eventually(() -> support.get(account).text("status"), "ACTIVE");
        eventually(() -> support.get(approval).text("state"), "APPROVED");
    }

    @Test
    void what_was_agreed_and_that_it_was_are_one_append() {
        String approval = support.post(account + "/unfreeze", WHY).is(202).header("Location");
        String conversation = "approving-" + UUID.randomUUID();

        admin.with("X-Correlation-ID", conversation)
                .post(approval + "/approve", "")
                .is(200);

        List<String> events = admin.get("/api/audit/events?correlationId=" + conversation)
                .is(200)
                .body()
                .get("items")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
        assertThat(events).containsExactlyInAnyOrder("AccountUnfrozen", "ApprovalGranted");
    }

    @Test
    void a_request_is_decided_once() {
        String approval = support.post(account + "/unfreeze", WHY).is(202).header("Location");
        Client other = loggedIn(Role.ADMIN);
        admin.post(approval + "/approve", "").is(200);

        other.post(approval + "/approve", "").isProblem(409, "already_processed");
        other.post(approval + "/reject", WHY).isProblem(409, "already_processed");
    }

    @Test
    void what_is_refused_by_now_is_told_and_the_request_stays_open() {
        String first = support.post(account + "/unfreeze", WHY).is(202).header("Location");
        String second = support.post(account + "/unfreeze", Map.of("reason", "Called again"))
                .is(202)
                .header("Location");
        admin.post(first + "/approve", "").is(200);

        admin.post(second + "/approve", "").isProblem(409, "already_processed");

        assertThat(admin.post(second + "/reject", Map.of("reason", "Done already"))
                        .is(200)
                        .text("state"))
                .isEqualTo("REJECTED");
        eventually(() -> support.get(second).text("decisionReason"), "Done already");
    }

    @Test
    void what_is_rejected_does_not_happen() {
        String approval = support.post(account + "/unfreeze", WHY).is(202).header("Location");

        admin.post(approval + "/reject", Map.of("reason", "No passport")).is(200);

        eventually(() -> support.get(approval).text("state"), "REJECTED");
        assertThat(support.get(account).text("status")).isEqualTo("FROZEN");
        admin.post(approval + "/approve", "").isProblem(409, "already_processed");
    }

    @Test
    void what_cannot_happen_now_is_not_even_asked_for() {
        String approval = support.post(account + "/unfreeze", WHY).is(202).header("Location");
        admin.post(approval + "/approve", "").is(200);

        support.post(account + "/unfreeze", WHY).isProblem(409, "already_processed");
    }

    @Test
    void a_repeated_request_asks_once_and_a_repeated_decision_decides_once() {
        Client repeating = support.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = repeating.post(account + "/unfreeze", WHY).is(202);

        Answer again = repeating.post(account + "/unfreeze", WHY).is(202);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        Client deciding = admin.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer decided =
                deciding.post(first.header("Location") + "/approve", "").is(200);
        Answer repeated =
                deciding.post(first.header("Location") + "/approve", "").is(200);
        assertThat(repeated.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(repeated.body()).isEqualTo(decided.body());
    }

    @Test
    void requests_are_listed_by_state() {
        Answer asked = support.post(account + "/unfreeze", WHY).is(202);
        eventually(() -> newest("PENDING"), asked.text("id"));

        admin.post(asked.header("Location") + "/approve", "").is(200);

        eventually(() -> newest("APPROVED"), asked.text("id"));
        assertThat(newest("PENDING")).isNotEqualTo(asked.text("id"));
    }

    private String newest(String state) {
        return admin.get("/api/approvals?limit=1&state=" + state)
                .is(200)
                .body()
                .at("/items/0/id")
                .asString();
    }

    private static void eventually(Supplier<String> seen, String expected) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(seen::get, expected::equals);
    }

    private Client loggedIn(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        String password = "a password for tests";
        registrations.register(UserId.next(), email, "Somebody", Password.of(password), role);
        return Client.of(port).loggedIn(email, password);
    }
}
