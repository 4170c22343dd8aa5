package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PoisonousEventsTest {

    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final PaymentId headless = PaymentId.next();
    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.open();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void a_payment_whose_events_make_no_sense_is_parked_and_the_others_settle() {
        stage.given(started(1), started(2));
        PaymentId other = stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));

        stage.settled(other);
        stage.caughtUp();
        assertThat(parked()).containsExactly(headless + "/0", headless + "/1");
        assertThat(stage.workItemsOf(headless)).isEmpty();
    }

    @Test
    void seeing_it_again_after_a_restart_parks_it_no_second_time() {
        stage.given(started(1));
        stage.caughtUp();
        stage.replay();
        stage.caughtUp();

        assertThat(parked()).containsExactly(headless + "/0");
    }

    /** No payment begins with an attempt. */
    private AttemptStarted started(int attempt) {
        return new AttemptStarted(headless, attempt, LONG_AGO, LONG_AGO);
    }

    private List<String> parked() {
        return stage.database()
                .sql(
                        "SELECT subject || '/' || sequence FROM saga.dead_letter WHERE source = 'payment-saga' ORDER BY id")
                .query(String.class)
                .list();
    }
}
