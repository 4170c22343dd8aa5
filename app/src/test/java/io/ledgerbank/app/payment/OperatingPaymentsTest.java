package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.available;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.key;
import static io.ledgerbank.app.payment.Counter.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@PaymentTest
class OperatingPaymentsTest extends PaymentCase {

    private static final Map<String, String> WHY = Map.of("reason", "Looked into it");
    private static final Map<String, String> EXECUTED =
            Map.of("outcome", "EXECUTED", "evidence", "Statement 12, lines 3 and 4", "reason", "Looked into it");
    private static final Map<String, String> NOT_EXECUTED =
            Map.of("outcome", "NOT_EXECUTED", "evidence", "Statement 12, line 3", "reason", "Looked into it");

    @Autowired
    private CommandGateway commands;

    @Test
    void what_a_bank_contradicts_is_in_suspense_and_on_the_operators_list_until_it_is_resolved() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "30.00")).is(201).text("id");
        commands.sendAndWait(new StartAttempt(PaymentId.parse(id), 1, Duration.ofSeconds(5)));
        told(id, new Outcome.Executed("SIM-1", LocalDate.now(ZoneOffset.UTC)));
        available(alice, alices, "70.00");

        told(id, Outcome.NotExecuted.because(Reason.CREDITOR_ACCOUNT_CLOSED));
        sagaIs(id, "STUCK");
        assertThat(saga(id).text("step")).isEqualTo("DISPUTED");
        suspenseIs("30.00");
        assertThat(status(id).path("parked").asBoolean()).isTrue();
        assertThat(alice.get("/api/payments/" + id).text("status")).isEqualTo("COMPLETED");
        available(alice, alices, "70.00");

        operate(teller, id, "resolve", NOT_EXECUTED).isProblem(403, "insufficient_permissions");
        Answer preview = admin.post("/api/sagas/" + id + "/resolve?dryRun=true", NOT_EXECUTED)
                .is(200);
        assertThat(preview.text("after.status")).isEqualTo("RETURNED");
        assertThat(preview.body().at("/entries").size()).isEqualTo(2);
        operate(admin, id, "resolve", NOT_EXECUTED).is(200);

        available(alice, alices, "100.00");
        sagaIs(id, "COMPENSATED");
        suspenseIs("0.00");
        assertThat(timeline(id)).contains("OutcomeContradicted", "ContradictionResolved", "Statement 12, line 3");
    }

    @Test
    void what_a_bank_says_it_executed_twice_costs_its_customer_once() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "30.00")).is(201).text("id");
        commands.sendAndWait(new StartAttempt(PaymentId.parse(id), 1, Duration.ofSeconds(5)));
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        told(id, new Outcome.Executed("SIM-1", today));

        told(id, new Outcome.Executed("SIM-2", today));
        sagaIs(id, "STUCK");
        suspenseIs("-30.00");
        operate(admin, id, "resolve", EXECUTED).isProblem(409, "executed_twice");
        told(id, new Outcome.Returned(Reason.BANK_REJECTED, "SIM-R", today));
        operate(admin, id, "resolve", EXECUTED).is(200);

        sagaIs(id, "COMPLETED");
        suspenseIs("0.00");
        available(alice, alices, "70.00");
        assertThat(timeline(id)).contains("StatementHeard", "SIM-R");
    }

    @Test
    void a_paused_payment_says_so_and_goes_on_when_it_is_resumed() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "30.00")).is(201).text("id");
        sagaIs(id, "RUNNING");

        operate(admin, id, "pause", WHY).is(200);
        sagaIs(id, "PAUSED");
        await().until(() -> status(id).path("paused").asBoolean());
        operate(admin, id, "retry", WHY).isProblem(409, "payment_paused");

        operate(admin, id, "resume", WHY).is(200);
        sagaIs(id, "RUNNING");
        await().until(() -> !status(id).path("paused").asBoolean());
    }

    @Test
    void what_was_never_sent_is_given_up_and_the_money_is_there_again() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "30.00")).is(201).text("id");
        available(alice, alices, "70.00");

        operate(admin, id, "compensate", WHY).is(200);

        available(alice, alices, "100.00");
        operate(admin, id, "compensate", WHY).isProblem(409, "already_processed");
        operate(admin, id, "notes", WHY).is(200);
    }

    private void told(String id, Outcome outcome) {
        commands.sendAndWait(new RecordOutcome(PaymentId.parse(id), 1, outcome));
    }

    private static Answer operate(Client caller, String id, String operation, Map<String, String> body) {
        return caller.with("Idempotency-Key", key()).post("/api/sagas/" + id + "/" + operation, body);
    }

    private Answer saga(String id) {
        return teller.get("/api/sagas/" + id);
    }

    private void sagaIs(String id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> saga(id).body().path("state").asString().equals(state));
    }

    private JsonNode status(String id) {
        return alice.get("/api/payments/" + id + "/status").is(200).body();
    }

    private String timeline(String id) {
        return saga(id).body().path("timeline").toString();
    }

    private void suspenseIs(String amount) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(this::suspense, amount::equals);
    }

    private String suspense() {
        return teller.get("/api/audit/trial-balance")
                .is(200)
                .body()
                .at("/currencies")
                .valueStream()
                .filter(in -> in.path("currency").asString().equals("GBP"))
                .flatMap(in -> in.path("accounts").valueStream())
                .filter(line -> line.path("account").asString().equals("suspense"))
                .map(line -> line.at("/balance/amount").asString())
                .findFirst()
                .orElse("0.00");
    }
}
