package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.pay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.app.testing.Answer;
import java.time.Duration;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A payment whose next step nobody takes any more, because work on it failed for good. */
@PaymentTest
class FailedWorkTest extends PaymentCase {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private CommandGateway commands;

    @Test
    void it_is_stuck_with_the_reason_wherever_operators_look() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "30.00")).is(201).text("id");
        sagaIs(id, "RUNNING");

        UUID letter = dead(id);

        Answer saga = teller.get("/api/sagas/" + id).is(200);
        assertThat(saga.text("state")).isEqualTo("STUCK");
        assertThat(saga.text("reason")).isEqualTo("internal_server_error");
        assertThat(saga.text("deadLetter")).isEqualTo(letter.toString());
        assertThat(listed(id, "?state=STUCK&limit=100")).isTrue();
        assertThat(listed(id, "?state=RUNNING&limit=100")).isFalse();
        JsonNode summary = teller.get("/api/sagas/summary").is(200).body();
        assertThat(summary.path("steps").valueStream())
                .anyMatch(step -> step.path("state").asString().equals("STUCK")
                        && step.path("step").asString().equals("SUBMIT"));
        assertThat(summary.path("oldestStuck").isObject()).isTrue();
    }

    @Test
    void the_letter_is_not_dismissed_until_the_payment_has_outgrown_it() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "30.00")).is(201).text("id");
        sagaIs(id, "RUNNING");
        String letter = "/api/dead-letters/" + dead(id);

        admin.send("DELETE", letter + "?reason=why", "").isProblem(409, "still_needed");

        commands.sendAndWait(new StartAttempt(PaymentId.parse(id), 1, Duration.ofSeconds(5)));
        sagaIs(id, "RUNNING");
        admin.send("DELETE", letter + "?reason=why", "").is(200);
    }

    private UUID dead(String payment) {
        long sequence = jdbc.sql("SELECT max(sequence) FROM eventlog.event WHERE stream_id = ?")
                .param(payment)
                .query(Long.class)
                .single();
        UUID id = PaymentId.next().value();
        jdbc.sql("""
                        INSERT INTO saga.dead_letter (id, kind, source, subject, sequence, priority, correlation_id, reason,
                            failure, attempts, catalogue_version, parked_at, state)
                        VALUES (?, 'WORK', 'payments', ?, ?, 0, 'c', 'internal_server_error', 'Poison', 2, 3, now(), 'PARKED')""").params(id, payment, sequence).update();
        return id;
    }

    private boolean listed(String payment, String filter) {
        return teller.get("/api/sagas" + filter)
                .is(200)
                .body()
                .path("items")
                .valueStream()
                .anyMatch(saga -> saga.path("paymentId").asString().equals(payment));
    }

    private void sagaIs(String id, String state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> teller.get("/api/sagas/" + id)
                        .body()
                        .path("state")
                        .asString()
                        .equals(state));
    }
}
