package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.available;
import static io.ledgerbank.app.payment.Counter.cancel;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.key;
import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.pounds;
import static io.ledgerbank.app.payment.Counter.shown;
import static io.ledgerbank.app.payment.Counter.transfer;
import static io.ledgerbank.app.payment.Counter.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@PaymentTest
class FollowingPaymentsTest extends PaymentCase {

    @Test
    void a_payment_is_taken_back_in_part_by_staff_alone() {
        String id = pay(alice, transfer(alices, bobs, "30.00")).is(201).text("id");
        available(bob, bobs, "30.00");
        Map<String, Object> order = Map.of("amount", pounds("10.00"), "reason", "Paid too much");

        alice.with("Idempotency-Key", key())
                .post("/api/payments/" + id + "/reversal", order)
                .isProblem(403, "insufficient_permissions");
        Answer reversal = teller.with("Idempotency-Key", key())
                .post("/api/payments/" + id + "/reversal", order)
                .is(201);
        assertThat(reversal.text("reversalOf")).isEqualTo(id);
        available(bob, bobs, "20.00");
        teller.with("Idempotency-Key", key())
                .post("/api/payments/" + id + "/reversal", with(order, "amount", pounds("20.01")))
                .isProblem(409, "not_reversible");
        shown(teller, reversal.text("id"), "COMPLETED");
    }

    @Test
    void its_history_is_told_to_whom_it_concerns() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");
        cancel(alice, id).is(200);

        Answer history = alice.get("/api/payments/" + id + "/events").is(200);
        assertThat(history.body().at("/items").valueStream().map(step -> step.get("type")
                        .asString()))
                .containsExactly("PaymentCreated", "PaymentCancelled");
        assertThat(history.body().at("/items/1/isoStatus").asString()).isEqualTo("CANC");
        bob.get("/api/payments/" + id + "/events").isProblem(404, "payment_not_found");
    }

    @Test
    void what_happens_is_told_live_from_where_the_listener_left_off() throws Exception {
        String id = pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");

        try (Stream<String> lines = listen(id, "0")) {
            Iterator<String> line = lines.iterator();
            cancel(alice, id).is(200);

            assertThat(next(line, "id:")).isEqualTo("id:1");
            assertThat(next(line, "event:")).isEqualTo("event:PaymentCancelled");
            assertThat(next(line, "data:")).contains("CANCELLED");
        }
    }

    @Test
    void counts_and_sums_are_ones_own() {
        pay(alice, transfer(alices, bobs, "30.00")).is(201);
        pay(alice, with(transfer(alices, bobs, "12.00"), "remittanceInformation", "Dinner"))
                .is(201);
        available(alice, alices, "58.00");
        String last = pay(alice, external(alices, CAROLS_IBAN, "1.00")).is(201).text("id");
        shown(alice, last, "PENDING");

        Answer stats = alice.get("/api/payments/stats").is(200);
        assertThat(stats.body().toString())
                .contains("{\"type\":\"TRANSFER\",\"status\":\"COMPLETED\",\"count\":2,"
                        + "\"sums\":[{\"amount\":\"42.00\",\"currency\":\"GBP\"}]}");
        assertThat(admin.get("/api/payments/stats").body().get("count").asLong())
                .isGreaterThan(stats.body().get("count").asLong());
    }

    @Test
    void many_are_ordered_at_once() {
        Map<String, Object> bulk = Map.of(
                "atomic", false, "payments", List.of(transfer(alices, bobs, "30.00"), transfer(alices, bobs, "99.00")));

        Answer each = alice.with("Idempotency-Key", key())
                .post("/api/payments/bulk", bulk)
                .is(200);
        assertThat(each.body().at("/items/0/payment/status").asString()).isEqualTo("COMPLETED");
        assertThat(each.body().at("/items/1/problem/code").asString()).isEqualTo("insufficient_funds");
        alice.with("Idempotency-Key", key())
                .post("/api/payments/bulk", with(bulk, "atomic", true))
                .isProblem(422, "bulk_refused");
    }

    private Stream<String> listen(String id, String lastEventId) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + alice.port() + "/api/payments/" + id + "/events"));
        return HttpClient.newHttpClient()
                .send(
                        request.headers(alice.headers().toArray(String[]::new))
                                .header("Accept", "text/event-stream")
                                .header("Last-Event-ID", lastEventId)
                                .build(),
                        BodyHandlers.ofLines())
                .body();
    }

    private static String next(Iterator<String> lines, String beginning) {
        while (lines.hasNext()) {
            String line = lines.next();
            if (line.startsWith(beginning)) {
                return line;
            }
        }
        throw new AssertionError("The stream ended before a line that begins with " + beginning);
    }
}
