package io.ledgerbank.app.standingorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

@WholeApp
class StandingOrdersTest {

    private static final String PATH = "/api/standing-orders";

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    @Autowired
    private BankCalendar calendar;

    private Client alice;
    private Client bob;
    private String alices;
    private String bobs;
    private LocalDate today;

    @BeforeEach
    void alice_has_ten_pounds() {
        today = calendar.dayOf(calendar.now());
        alice = loggedIn(Role.USER);
        bob = loggedIn(Role.USER);
        alices = account(alice);
        bobs = account(bob);
        Map<String, Object> deposit = Map.of(
                "type",
                "DEPOSIT",
                "amount",
                pounds("10.00"),
                "creditorAccountId",
                alices,
                "remittanceInformation",
                "Wages");
        keyed(loggedIn(Role.SUPPORT)).post("/api/payments", deposit).is(201);
    }

    @Test
    void a_run_that_is_due_is_a_payment_and_shown_with_it() {
        Answer placed = keyed(alice).post(PATH, order("4.00", today)).is(201);

        JsonNode run = firstRun(placed.header("Location"));

        assertThat(run.get("number").asInt()).isEqualTo(1);
        assertThat(run.get("date").asString()).isEqualTo(today.toString());
        eventually(() -> firstRun(placed.header("Location")).get("status").asString(), "COMPLETED");
        String payment = "/api/payments/" + run.get("paymentId").asString();
        assertThat(alice.get(payment).is(200).text("status")).isEqualTo("COMPLETED");
        eventually(() -> alice.get("/api/accounts/" + alices).text("posted.amount"), "6.00");
        eventually(
                () -> alice.get(placed.header("Location")).text("nextDate"),
                today.plusDays(1).toString());
    }

    @Test
    void a_run_for_which_funds_are_lacking_tells_so() {
        String order = keyed(alice).post(PATH, order("10.01", today)).is(201).header("Location");

        eventually(() -> firstRun(order).path("refusal").asString(), "insufficient_funds");
        assertThat(firstRun(order).get("status").asString()).isIn("SCHEDULED", "FAILED");
        assertThat(alice.get("/api/accounts/" + alices).text("posted.amount")).isEqualTo("10.00");
    }

    @Test
    void an_order_for_later_is_listed_and_ends_when_its_owner_says_so() {
        Answer placed =
                keyed(alice).post(PATH, order("4.00", today.plusDays(1))).is(201);
        String order = placed.header("Location");
        eventually(
                () -> alice.get(PATH + "?status=ACTIVE")
                        .body()
                        .at("/items/0/id")
                        .asString(),
                placed.text("id"));
        assertThat(alice.get(order + "/runs").is(200).body().get("items")).isEmpty();

        assertThat(alice.send("DELETE", order, "").is(200).text("status")).isEqualTo("CANCELLED");

        alice.send("DELETE", order, "").isProblem(409, "already_processed");
        eventually(() -> alice.get(order).text("status"), "CANCELLED");
    }

    @Test
    void to_anybody_else_it_does_not_exist() {
        String order = keyed(alice)
                .post(PATH, order("4.00", today.plusDays(1)))
                .is(201)
                .header("Location");
        eventually(() -> alice.get(order).text("status"), "ACTIVE");

        for (Client stranger : List.of(bob, loggedIn(Role.ADMIN))) {
            stranger.get(order).isProblem(404, "standing_order_not_found");
            stranger.get(order + "/runs").isProblem(404, "standing_order_not_found");
            stranger.send("DELETE", order, "").isProblem(404, "standing_order_not_found");
            keyed(stranger).post(PATH, order("4.00", today.plusDays(1))).isProblem(404, "account_not_found");
        }
    }

    @Test
    void a_repeated_request_is_one_order() {
        Client repeating = keyed(alice);
        Answer first = repeating.post(PATH, order("4.00", today.plusDays(1))).is(201);

        Answer again = repeating.post(PATH, order("4.00", today.plusDays(1))).is(201);

        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(first.body());
    }

    @Test
    void what_never_runs_is_no_order() {
        alice.post(PATH, order("4.00", today)).isProblem(400, "missing_idempotency_key");
        keyed(alice).post(PATH, order("4.00", today.minusDays(1))).isProblem(400, "invalid_execution_date");
        keyed(alice).post(PATH, Map.of("type", "TRANSFER")).isProblem(400, "missing_fields");
        keyed(alice)
                .post(PATH, order("4.00", LocalDate.of(9999, 12, 31).plusDays(1)))
                .isProblem(400, "invalid_recurrence");
    }

    private JsonNode firstRun(String order) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> alice.get(order + "/runs").response().statusCode() == 200
                        && !alice.get(order + "/runs").body().get("items").isEmpty());
        return alice.get(order + "/runs").body().at("/items/0");
    }

    private static void eventually(Supplier<String> seen, String expected) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(seen::get, expected::equals);
    }

    private Map<String, Object> order(String amount, LocalDate first) {
        return Map.of(
                "type",
                "TRANSFER",
                "amount",
                pounds(amount),
                "debtorAccountId",
                alices,
                "creditorAccountId",
                bobs,
                "remittanceInformation",
                "Rent",
                "frequency",
                "DAILY",
                "firstDate",
                first.toString(),
                "runs",
                2);
    }

    private static Map<String, String> pounds(String amount) {
        return Map.of("amount", amount, "currency", "GBP");
    }

    private static String account(Client owner) {
        return owner.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");
    }

    private static Client keyed(Client client) {
        return client.with("Idempotency-Key", UUID.randomUUID().toString());
    }

    private Client loggedIn(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        String password = "a password for tests";
        registrations.register(UserId.next(), email, "Somebody", Password.of(password), role);
        return Client.of(port).loggedIn(email, password);
    }
}
