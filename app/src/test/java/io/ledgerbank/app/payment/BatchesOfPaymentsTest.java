package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.testing.Answer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches over HTTP; other tests may have left payments that meet their filters, too. */
@PaymentTest
class BatchesOfPaymentsTest extends PaymentCase {

    private static final String BATCHES = "/api/sagas/batches";

    private String payment;

    @BeforeEach
    void a_payment_is_on_its_way() {
        payment = pay(alice, external(alices, CAROLS_IBAN, "5.00")).is(201).text("id");
        eventually(() -> !state().isEmpty());
    }

    @Test
    void a_dry_run_counts_and_sums_and_changes_nothing() {
        Answer preview =
                admin.post(BATCHES + "?dryRun=true", order("PAUSE", "RUNNING")).is(200);

        assertThat(preview.body().get("count").asInt()).isPositive();
        assertThat(preview.body().at("/sums/0/currency").asString()).isEqualTo("GBP");
        assertThat(state()).isEqualTo("RUNNING");
    }

    @Test
    void payments_are_paused_and_resumed_together() {
        Answer paused = finished(admin.post(BATCHES, order("PAUSE", "RUNNING")).is(202));

        assertThat(paused.body().get("done").asInt()).isPositive();
        assertThat(paused.body().get("left").asInt()).isZero();
        eventually(() -> state().equals("PAUSED"));
        assertThat(lastEvent()).isEqualTo("PaymentPaused");

        finished(admin.post(BATCHES, order("RESUME", "PAUSED")).is(202));
        eventually(() -> state().equals("RUNNING"));
    }

    @Test
    void a_batch_that_is_over_cannot_be_ended_again() {
        Answer batch = finished(admin.post(BATCHES, order("RESUME", "PAUSED")).is(202));
        String location = BATCHES + "/" + batch.text("id");

        admin.send("DELETE", location, "").isProblem(409, "already_processed");
        admin.post(location + "/pause", "").isProblem(409, "already_processed");
        admin.post(location + "/resume", "").isProblem(409, "already_processed");
        assertThat(teller.get(BATCHES + "?limit=1")
                        .is(200)
                        .body()
                        .at("/items/0/id")
                        .asString())
                .isEqualTo(batch.text("id"));
    }

    @Test
    void administrators_order_them_and_staff_may_look() {
        teller.post(BATCHES, order("PAUSE", "RUNNING")).isProblem(403, "insufficient_permissions");
        alice.get(BATCHES).isProblem(403, "insufficient_permissions");
        teller.get(BATCHES).is(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"filter\":{},\"action\":\"RETRY\",\"reason\":\"why\"} | 400 | missing_fields",
                "{\"filter\":{\"state\":\"LOST\"},\"action\":\"RETRY\",\"reason\":\"why\"} | 400 | invalid_status",
                "{\"filter\":{\"state\":\"STUCK\"},\"action\":\"RESOLVE\",\"reason\":\"why\"} | 400 | invalid_field_type",
                "{\"filter\":{\"state\":\"STUCK\"},\"action\":\"RETRY\",\"reason\":\" \"} | 400 | invalid_explanation",
                "{\"filter\":{\"state\":\"STUCK\"},\"action\":\"RETRY\"} | 400 | missing_fields",
                "{\"filter\":{\"colour\":\"red\"},\"action\":\"RETRY\",\"reason\":\"why\"} | 400 | unknown_field"
            })
    void what_makes_no_sense_is_refused(String body, int status, String code) {
        admin.post(BATCHES, body).isProblem(status, code);
    }

    @Test
    void what_does_not_exist_is_not_found() {
        String nothing = BATCHES + "/00000000-0000-7000-8000-000000000000";

        admin.get(nothing).isProblem(404, "batch_not_found");
        admin.send("DELETE", nothing, "").isProblem(404, "batch_not_found");
    }

    private static Map<String, Object> order(String action, String state) {
        return Map.of("filter", Map.of("state", state, "bankCode", "SIMBANK"), "action", action, "reason", "A drill");
    }

    private Answer finished(Answer begun) {
        String location = begun.header("Location");
        eventually(() -> admin.get(location).is(200).text("state").equals("DONE"));
        return admin.get(location);
    }

    private String state() {
        Answer saga = admin.get("/api/sagas/" + payment);
        return saga.status() == 200 ? saga.text("state") : "";
    }

    private String lastEvent() {
        return admin.get("/api/sagas/" + payment)
                .is(200)
                .body()
                .get("timeline")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList()
                .getLast();
    }

    private static void eventually(Callable<Boolean> condition) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(condition);
    }
}
