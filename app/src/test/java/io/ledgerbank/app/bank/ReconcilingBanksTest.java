package io.ledgerbank.app.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class ReconcilingBanksTest extends BanksCase {

    private static final String RUNS = "/api/reconciliation/runs";
    private static final String BREAKS = "/api/reconciliation/breaks";
    private static final String NOW = "2026-11-20T10:00:00Z";

    @Autowired
    private MeterRegistry meters;

    private Client admin;
    private Client teller;
    private String account;

    @BeforeEach
    void alice_has_money_and_the_bank_is_open() {
        PennyBank.open();
        admin = staff(Role.ADMIN);
        teller = staff(Role.SUPPORT);
        account = alice.post("/api/accounts", Map.of("name", "Everyday", "type", "CHECKING", "currency", "GBP"))
                .is(201)
                .text("id");
        order(teller, Map.of("type", "DEPOSIT", "creditorAccountId", account), "100.00")
                .is(201);
    }

    @Test
    void what_agrees_is_matched() {
        String payment = paid("10.00");
        PennyBank.states(payment, "-10.00", NOW);

        JsonNode result = resultOf(ran(), "PENNYBANK");

        assertThat(result.path("state").asString()).isEqualTo("DONE");
        assertThat(result.path("matched").asInt()).isGreaterThanOrEqualTo(2);
        assertThat(open(payment)).isEmpty();
    }

    @Test
    void a_planted_penny_is_found_and_shown_and_resolved() {
        String payment = paid("10.00");
        PennyBank.states(payment, "-10.01", NOW);

        ran();

        JsonNode found = open(payment).orElseThrow();
        assertThat(found.at("/bankCode").asString()).isEqualTo("PENNYBANK");
        assertThat(found.at("/ours/amount").asString()).isEqualTo("10.00");
        assertThat(found.at("/theirs/amount").asString()).isEqualTo("-10.01");
        assertThat(found.at("/amount/amount").asString()).isEqualTo("-0.01");
        assertThat(found.at("/ageSeconds").asLong()).isPositive();
        assertThat(meters.get("ledgerbank.reconciliation.breaks")
                        .tag("currency", "GBP")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(1);
        assertThat(meters.get("ledgerbank.reconciliation.breaks.amount")
                        .tag("currency", "GBP")
                        .gauge()
                        .value())
                .isGreaterThanOrEqualTo(1);

        String address = BREAKS + "/" + found.at("/id").asString();
        Map<String, String> why = Map.of("reason", "The bank's fee, agreed by telephone");
        teller.post(address + "/resolve", why).isProblem(403, "insufficient_permissions");
        admin.post(address + "/resolve", Map.of("reason", " ")).isProblem(400, "invalid_explanation");
        Answer resolved = admin.post(address + "/resolve", why).is(200);

        assertThat(resolved.text("state")).isEqualTo("RESOLVED");
        assertThat(resolved.text("resolution.reason")).contains("telephone");
        admin.post(address + "/resolve", why).isProblem(409, "already_processed");
        ran();
        assertThat(open(payment)).isEmpty();
    }

    @Test
    void a_line_that_the_bank_has_not_got_yet_is_a_break_until_it_comes() {
        String payment = paid("7.00");
        ran();
        String id = open(payment).orElseThrow().at("/id").asString();

        PennyBank.states(payment, "-7.00", NOW);
        ran();

        assertThat(teller.get(BREAKS + "/" + id).is(200).text("state")).isEqualTo("MATCHED");
    }

    @Test
    void two_breaks_that_make_each_other_whole_suggest_each_other() {
        String payment = paid("3.21");
        PennyBank.states(UUID.randomUUID().toString(), "-3.21", NOW);
        ran();

        JsonNode ours = open(payment).orElseThrow();
        Answer other =
                teller.get(BREAKS + "/" + ours.at("/suggestedMatch").asString()).is(200);

        assertThat(other.text("theirs.amount")).isEqualTo("-3.21");
    }

    @Test
    void a_bank_that_cannot_be_read_is_told_and_holds_up_nobody_else() {
        PennyBank.cannotBeRead();

        JsonNode run = ran();

        assertThat(run.path("state").asString()).isEqualTo("FAILED");
        assertThat(resultOf(run, "PENNYBANK").path("reason").asString()).isEqualTo("bank_api_error");
    }

    @Test
    void only_staff_looks_and_only_administrators_order() {
        alice.get(RUNS).isProblem(403, "insufficient_permissions");
        alice.get(BREAKS).isProblem(403, "insufficient_permissions");
        teller.post(RUNS, "").isProblem(403, "insufficient_permissions");
        teller.get(RUNS).is(200);
        teller.get(BREAKS + "?state=RESOLVED").is(200);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        String nothing = "/00000000-0000-7000-8000-000000000000";

        teller.get(RUNS + nothing).isProblem(404, "reconciliation_run_not_found");
        teller.get(BREAKS + nothing).isProblem(404, "reconciliation_break_not_found");
        admin.post(BREAKS + nothing + "/resolve", Map.of("reason", "why"))
                .isProblem(404, "reconciliation_break_not_found");
    }

    private JsonNode ran() {
        String location = admin.post(RUNS, "").is(202).header("Location");
        eventually(() -> !admin.get(location).is(200).text("state").equals("RUNNING"));
        return admin.get(location).body();
    }

    private static JsonNode resultOf(JsonNode run, String bank) {
        return StreamSupport.stream(run.path("banks").spliterator(), false)
                .filter(result -> result.path("bankCode").asString().equals(bank))
                .findFirst()
                .orElseThrow();
    }

    private Optional<JsonNode> open(String subject) {
        JsonNode items = teller.get(BREAKS + "?limit=100").is(200).body().path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(found -> found.path("bankCode").asString().equals("PENNYBANK"))
                .filter(found -> found.path("subject").asString().equals(subject))
                .findFirst();
    }

    private String paid(String amount) {
        Answer payment = order(
                        alice,
                        Map.of(
                                "type",
                                "PAYMENT",
                                "debtorAccountId",
                                account,
                                "creditor",
                                Map.of("name", "Carol", "iban", "DE89370400440532013000", "bankCode", "PENNYBANK")),
                        amount)
                .is(201);
        String address = "/api/payments/" + payment.text("id");
        eventually(() -> alice.get(address).text("status").equals("COMPLETED"));
        eventually(() -> alice.get("/api/accounts/" + account + "/entries")
                .response()
                .body()
                .contains(payment.text("id")));
        return payment.text("id");
    }

    private static Answer order(Client caller, Map<String, ?> fields, String amount) {
        Map<String, Object> order = new HashMap<>(fields);
        order.put("amount", Map.of("amount", amount, "currency", "GBP"));
        order.put("remittanceInformation", "Lunch");
        return caller.with("Idempotency-Key", UUID.randomUUID().toString()).post("/api/payments", order);
    }
}
