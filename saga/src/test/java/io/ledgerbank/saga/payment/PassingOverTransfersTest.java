package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PassingOverTransfersTest {

    private static final int TRANSFERS_BETWEEN = 30;

    private Stage stage;

    @BeforeEach
    void open() {
        stage = Stage.impatient();
    }

    @AfterEach
    void close() {
        stage.close();
    }

    @Test
    void no_payment_to_a_bank_is_passed_over_with_the_transfers_around_it() {
        List<PaymentId> external = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            transfers();
            external.add(pay());
        }
        transfers();

        assertThat(external).allSatisfy(this::settledOnce);
    }

    @Test
    void a_payment_that_came_while_the_saga_was_away_is_found_behind_the_transfers() {
        transfers();
        stage.caughtUp();
        stage.restart();
        transfers();
        PaymentId external = pay();
        transfers();
        stage.replay();
        stage.caughtUp();

        settledOnce(external);
    }

    private void settledOnce(PaymentId payment) {
        stage.settled(payment);
        assertThat(stage.oracle().executionsOf(payment)).isEqualTo(1);
    }

    private PaymentId pay() {
        return stage.pay(Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)));
    }

    private void transfers() {
        IntStream.range(0, TRANSFERS_BETWEEN).forEach(i -> stage.pay(Orders.transfer()));
    }
}
