package io.ledgerbank.app.account;

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
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@WholeApp
class LifeOfAccountsTest {

    private static final String PASSWORD = "a password for everyone";
    private static final Map<String, String> WHY = Map.of("reason", "As agreed");

    @LocalServerPort
    private int port;

    @Autowired
    private Registrations registrations;

    private Client alice;
    private Client bob;
    private Client support;
    private Client admin;
    private String account;

    @BeforeEach
    void alice_has_an_account_with_two_thousand_pounds() {
        alice = loggedIn(Role.USER);
        bob = loggedIn(Role.USER);
        support = loggedIn(Role.SUPPORT);
        admin = loggedIn(Role.ADMIN);
        account = opened(alice);
        pay(support, Map.of("type", "DEPOSIT", "creditorAccountId", account), "2000.00", "In")
                .is(201);
    }

    @Test
    void a_day_pays_its_limit_and_health_tells_how_much_is_left() {
        withdraw("600.00", "One").is(201);
        withdraw("400.01", "Two").isProblem(422, "daily_limit_exceeded");
        withdraw("300.00", "Three").is(201);

        Answer health = await().atMost(Duration.ofSeconds(20))
                .until(() -> alice.get(address("/health")).is(200), answer -> answer.text("daily.spent.amount")
                        .equals("900.00"));

        assertThat(health.text("daily.remaining.amount")).isEqualTo("100.00");
        assertThat(health.text("daily.utilisation")).isEqualTo("90");
        assertThat(health.text("monthly.limit.amount")).isEqualTo("20000.00");
        assertThat(health.text("canPay")).isEqualTo("true");
        bob.get(address("/health")).isProblem(404, "account_not_found");
        bob.get(address("/holds")).isProblem(404, "account_not_found");
        support.get(address("/holds")).is(200);
    }

    @Test
    void the_same_order_is_carried_out_once() {
        withdraw("10.00", "Weekend").is(201);

        withdraw("10.00", "Weekend").isProblem(409, "duplicate_transaction");
        withdraw("10.00", "Another weekend").is(201);
    }

    @Test
    void a_month_is_limited_too() {
        change(admin, limits("100.00", "1000.00", "150.00", "0.00")).is(200);
        withdraw("100.00", "One").is(201);

        withdraw("50.01", "Two").isProblem(422, "monthly_limit_exceeded");
        withdraw("50.00", "Three").is(201);
    }

    @Test
    void an_owner_renames_an_account() {
        assertThat(alice.send("PUT", address(""), Map.of("name", "Rainy days"))
                        .is(200)
                        .text("name"))
                .isEqualTo("Rainy days");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> alice.get(address("")).text("name").equals("Rainy days"));

        bob.send("PUT", address(""), Map.of("name", "Mine")).isProblem(404, "account_not_found");
        admin.send("PUT", address(""), Map.of("name", "Ours")).isProblem(403, "insufficient_permissions");
        alice.send("PUT", address(""), Map.of("name", "\n")).isProblem(400, "invalid_account_name_format");
        alice.send("PUT", address(""), "{}").isProblem(400, "missing_fields");
        alice.send("PUT", address(""), Map.of("name", "x", "owner", "me")).isProblem(400, "unknown_field");
        alice.send("PUT", "/api/accounts/none", Map.of("name", "x")).isProblem(400, "invalid_uuid_format");
    }

    @Test
    void a_freeze_acts_at_once_and_is_lifted_by_two() {
        bob.post(address("/freeze"), WHY).isProblem(404, "account_not_found");
        alice.post(address("/freeze"), WHY).isProblem(403, "insufficient_permissions");
        support.post(address("/freeze"), Map.of("reason", "\n")).isProblem(400, "invalid_explanation");
        assertThat(support.post(address("/freeze"), WHY).is(200).text("status")).isEqualTo("FROZEN");
        support.post(address("/freeze"), WHY).isProblem(409, "already_processed");
        withdraw("1.00", "No").isProblem(422, "account_frozen");
        alice.post(address("/close"), WHY).isProblem(422, "account_frozen");

        alice.post(address("/unfreeze"), WHY).isProblem(403, "insufficient_permissions");
        Answer asked = support.post(address("/unfreeze"), WHY).is(202);
        String approval = asked.header("Location");
        assertThat(approval).isEqualTo("/api/approvals/" + asked.text("id"));
        withdraw("1.00", "Not yet").isProblem(422, "account_frozen");
        support.post(approval + "/approve", "").isProblem(403, "self_approval");
        admin.post(approval + "/approve", "").is(200);

        withdraw("1.00", "Now").is(201);
        support.post(address("/unfreeze"), WHY).isProblem(409, "already_processed");
    }

    @Test
    void a_repeated_request_to_unfreeze_is_one_request() {
        support.post(address("/freeze"), WHY).is(200);
        Client repeating = support.with("Idempotency-Key", UUID.randomUUID().toString());

        String first = repeating.post(address("/unfreeze"), WHY).is(202).header("Location");
        Answer second = repeating.post(address("/unfreeze"), WHY).is(202);

        assertThat(second.header("Location")).isEqualTo(first);
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void who_asks_for_the_same_again_is_sent_to_the_request_that_is_open() {
        Map<String, Object> higher = limits("3000.00", "3000.00", "20000.00", "100.00");
        Answer first = change(admin, higher).is(202);

        Answer again = change(admin, higher).is(202);

        assertThat(again.header("Location")).isEqualTo(first.header("Location"));
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(change(admin, limits("3000.00", "3000.00", "20000.00", "100.01"))
                        .is(202)
                        .header("Location"))
                .isNotEqualTo(first.header("Location"));
        assertThat(change(loggedIn(Role.ADMIN), higher).is(202).header("Location"))
                .isNotEqualTo(first.header("Location"));
        loggedIn(Role.ADMIN).post(first.header("Location") + "/reject", WHY).is(200);
        assertThat(change(admin, higher).is(202).header("Location")).isNotEqualTo(first.header("Location"));
    }

    @Test
    void without_a_key_as_with_another_a_request_to_unfreeze_is_the_one_that_is_open() {
        support.post(address("/freeze"), WHY).is(200);
        Client keyed = support.with("Idempotency-Key", UUID.randomUUID().toString());

        String first = support.post(address("/unfreeze"), WHY).is(202).header("Location");

        assertThat(support.post(address("/unfreeze"), WHY).is(202).header("Location"))
                .isEqualTo(first);
        assertThat(keyed.post(address("/unfreeze"), WHY).is(202).header("Location"))
                .isEqualTo(first);
        Answer replayed = keyed.post(address("/unfreeze"), WHY).is(202);
        assertThat(replayed.header("Location")).isEqualTo(first);
        assertThat(replayed.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void a_repeated_freeze_gets_the_first_answer() {
        Client repeating = support.with("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = repeating.post(address("/freeze"), WHY).is(200);
        admin.post(support.post(address("/unfreeze"), WHY).is(202).header("Location") + "/approve", "")
                .is(200);

        Answer again = repeating.post(address("/freeze"), WHY).is(200);

        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    }

    @Test
    void an_empty_account_is_closed_for_good() {
        alice.post(address("/close"), WHY).isProblem(422, "account_not_empty");
        bob.post(address("/close"), WHY).isProblem(404, "account_not_found");
        String empty = opened(alice);

        assertThat(alice.post("/api/accounts/" + empty + "/close", WHY).is(200).text("status"))
                .isEqualTo("CLOSED");

        alice.post("/api/accounts/" + empty + "/close", WHY).isProblem(422, "account_inactive");
        pay(support, Map.of("type", "DEPOSIT", "creditorAccountId", empty), "1.00", "In")
                .isProblem(422, "account_inactive");
    }

    @Test
    void lower_limits_act_at_once_and_higher_ones_take_two() {
        change(support, limits("1.00", "1.00", "1.00", "0.00")).isProblem(403, "insufficient_permissions");
        change(bob, limits("1.00", "1.00", "1.00", "0.00")).isProblem(404, "account_not_found");
        change(admin, limits("-1.00", "1.00", "1.00", "0.00")).isProblem(422, "negative_amount");
        change(admin, Map.of("singleLimit", pounds("1.00"))).isProblem(400, "missing_fields");
        assertThat(change(admin, limits("50.00", "1000.00", "20000.00", "0.00"))
                        .is(200)
                        .text("limits.singleLimit.amount"))
                .isEqualTo("50.00");
        withdraw("50.01", "Too much").isProblem(422, "amount_exceeds_limit");

        String approval = change(admin, limits("3000.00", "3000.00", "20000.00", "100.00"))
                .is(202)
                .header("Location");
        support.post(approval + "/approve", "").isProblem(403, "insufficient_permissions");
        admin.post(approval + "/approve", "").isProblem(403, "self_approval");
        loggedIn(Role.ADMIN).post(approval + "/approve", "").is(200);

        withdraw("2100.00", "All and the overdraft").is(201);
        change(admin, limits("1.00", "1.00", "1.00", "99.99")).isProblem(422, "negative_balance");
    }

    @Test
    void a_request_for_higher_limits_does_not_outlive_the_limits_that_it_was_to_raise() {
        String approval = change(admin, limits("3000.00", "3000.00", "20000.00", "0.00"))
                .is(202)
                .header("Location");
        change(admin, limits("50.00", "50.00", "50.00", "0.00")).is(200);

        loggedIn(Role.ADMIN).post(approval + "/approve", "").isProblem(409, "limits_moved_on");
    }

    private Answer change(Client client, Object limits) {
        return client.send("PUT", address("/limits"), limits);
    }

    private static Map<String, Object> limits(String single, String daily, String monthly, String overdraft) {
        return Map.of(
                "singleLimit", pounds(single),
                "dailyLimit", pounds(daily),
                "monthlyLimit", pounds(monthly),
                "overdraftLimit", pounds(overdraft));
    }

    private Answer withdraw(String amount, String purpose) {
        return pay(support, Map.of("type", "WITHDRAWAL", "debtorAccountId", account), amount, purpose);
    }

    private static Answer pay(Client client, Map<String, Object> parties, String amount, String purpose) {
        Map<String, Object> order = new HashMap<>(parties);
        order.put("amount", pounds(amount));
        order.put("remittanceInformation", purpose);
        return client.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments", order);
    }

    private static Map<String, String> pounds(String amount) {
        return Map.of("amount", amount, "currency", "GBP");
    }

    private String opened(Client owner) {
        String id = owner.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> owner.get("/api/accounts/" + id).body().has("id"));
        return id;
    }

    private String address(String what) {
        return "/api/accounts/" + account + what;
    }

    private Client loggedIn(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        registrations.register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role);
        return Client.of(port).loggedIn(email, PASSWORD);
    }
}
