package io.ledgerbank.app.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** From nothing to a payment that settled with a bank, told through the API alone. */
final class FirstPaymentStory {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PASSWORD = "a-long-enough-password";

    private final ApiClient anyone;
    private final ApiClient admin;

    FirstPaymentStory(String base, String adminEmail, String adminPassword) {
        this.anyone = ApiClient.at(base);
        this.admin = anyone.login(adminEmail, adminPassword);
    }

    void tell() {
        ApiClient alice = register("alice");
        ApiClient bob = register("bob");
        String alicesAccount = open(alice);
        String bobsAccount = open(bob);
        admin.pay(Orders.deposit(alicesAccount, "1000.00")).expect(201);

        ApiClient.Answer transfer = alice.pay(Orders.transfer(alicesAccount, bobsAccount, "25.00"));
        assertThat(transfer.expect(201).text("status")).isEqualTo("COMPLETED");
        eventually(() -> assertThat(posted(bob, bobsAccount)).isEqualTo("25.00"));

        String conversation = "story-" + UUID.randomUUID();
        String payment = alice.with("X-Correlation-ID", conversation)
                .pay(Orders.external(alicesAccount, Orders.CAROLS_IBAN, "40.00"))
                .expect(201)
                .text("id");
        eventually(() -> assertThat(statusOf(alice, payment)).isEqualTo("COMPLETED"));
        eventually(() -> assertThat(posted(alice, alicesAccount)).isEqualTo("935.00"));

        seesItInHerEntries(alice, alicesAccount, payment);
        isHiddenFromBob(bob, alicesAccount, payment);
        adminReadsEveryEvent(conversation);
        theBooksBalance();
        theSagaIsDone(payment);
    }

    private ApiClient register(String name) {
        String email = name + "-" + UUID.randomUUID() + "@example.com";
        anyone.post("/api/users", Map.of("email", email, "fullName", name + " of the story", "password", PASSWORD))
                .expect(201);
        return anyone.login(email, PASSWORD);
    }

    private static String open(ApiClient owner) {
        String id = owner.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .expect(201)
                .text("id");
        eventually(() -> owner.get("/api/accounts/" + id).expect(200));
        return id;
    }

    private static String posted(ApiClient owner, String account) {
        return owner.get("/api/accounts/" + account + "/balance")
                .expect(200)
                .body()
                .at("/posted/amount")
                .asString();
    }

    private static String statusOf(ApiClient owner, String payment) {
        return owner.get("/api/payments/" + payment + "/status").expect(200).text("status");
    }

    private static void seesItInHerEntries(ApiClient alice, String account, String payment) {
        JsonNode newest = alice.get("/api/accounts/" + account + "/entries")
                .expect(200)
                .body()
                .at("/items/0");
        assertThat(newest.path("paymentId").asString()).isEqualTo(payment);
        assertThat(newest.path("direction").asString()).isEqualTo("DEBIT");
        assertThat(newest.at("/balanceAfter/amount").asString()).isEqualTo("935.00");
        assertThat(newest.at("/counterparty/name").asString()).isEqualTo("Carol Creditor");
    }

    private static void isHiddenFromBob(ApiClient bob, String account, String payment) {
        assertThat(bob.get("/api/accounts/" + account).expect(404).text("code")).isEqualTo("account_not_found");
        assertThat(bob.get("/api/payments/" + payment).expect(404).text("code")).isEqualTo("payment_not_found");
        assertThat(bob.get("/api/audit/events").expect(403).text("code")).isEqualTo("insufficient_permissions");
    }

    private void adminReadsEveryEvent(String conversation) {
        List<String> types = admin.get("/api/audit/events?correlationId=" + conversation)
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .map(event -> event.path("type").asString())
                .toList();
        assertThat(types)
                .containsExactlyInAnyOrder(
                        "PaymentCreated", "FundsHeld", "AttemptStarted", "HoldCaptured", "PaymentSettled");
    }

    private void theBooksBalance() {
        JsonNode currencies =
                admin.get("/api/audit/trial-balance").expect(200).body().path("currencies");
        assertThat(currencies).isNotEmpty().allSatisfy(currency -> assertThat(
                        currency.at("/difference/amount").asString())
                .isEqualTo("0.00"));
    }

    private void theSagaIsDone(String payment) {
        eventually(
                () -> assertThat(admin.get("/api/sagas/" + payment).expect(200).text("state"))
                        .isEqualTo("COMPLETED"));
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).untilAsserted(assertion);
    }
}
