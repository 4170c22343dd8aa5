package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.available;
import static io.ledgerbank.app.payment.Counter.deposit;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.transfer;
import static io.ledgerbank.app.payment.Counter.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@PaymentTest
class AskingFirstTest extends PaymentCase {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_good_order_is_valid_and_nothing_remembers_that_it_was_asked_about() {
        long events = count("event");
        long claims = count("claim");
        Map<String, Object> order = with(transfer(alices, bobs, "30.00"), "endToEndId", "RENT-1");

        Answer answer = ask(alice.with("Idempotency-Key", "asked-first"), order).is(200);
        ask(alice, external(alices, CAROLS_IBAN, "100.00")).is(200);

        assertThat(answer.response().body()).isEqualTo("{\"valid\":true}");
        assertThat(count("event")).isEqualTo(events);
        assertThat(count("claim")).isEqualTo(claims);
        alice.with("Idempotency-Key", "asked-first")
                .post("/api/payments", order)
                .is(201);
        available(alice, alices, "70.00");
    }

    @Test
    void an_order_that_would_be_refused_is_told_with_the_same_problem() {
        for (Map<String, Object> order : new Map[] {
            transfer(alices, bobs, "100.01"),
            transfer(alices, bobs, "0.00"),
            transfer(alices, alices, "1.00"),
            transfer(bobs, alices, "1.00"),
            deposit(alices, "1.00"),
            transfer(alices, bobs, "10000.01"),
            with(transfer(alices, bobs, "1.00"), "executionDate", "2020-01-01")
        }) {
            JsonNode verdict = ask(alice, order).is(200).body();
            JsonNode refusal = pay(alice, order).body();

            assertThat(verdict.get("valid").asBoolean()).isFalse();
            assertThat(verdict.get("problem").propertyNames()).isEqualTo(refusal.propertyNames());
            for (String field : new String[] {"type", "title", "status", "detail", "code", "errors"}) {
                assertThat(verdict.get("problem").path(field)).isEqualTo(refusal.path(field));
            }
        }
    }

    private static Answer ask(Client caller, Map<String, Object> order) {
        return caller.post("/api/payments/validate", order);
    }

    private long count(String table) {
        return jdbc.sql("SELECT count(*) FROM eventlog." + table)
                .query(Long.class)
                .single();
    }
}
