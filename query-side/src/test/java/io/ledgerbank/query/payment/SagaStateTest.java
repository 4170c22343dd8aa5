package io.ledgerbank.query.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.Activity;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Step;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SagaStateTest {

    /** Sagas at a step are looked for among those in these states. */
    @ParameterizedTest
    @EnumSource
    void a_step_is_found_whatever_state_its_saga_is_in(Step step) {
        for (PaymentStatus status : PaymentStatus.values()) {
            for (int attempts = 0; attempts < 2; attempts++) {
                assertThat(SagaState.namesOf(step))
                        .contains(SagaState.of(progress(status, step, attempts)).name());
            }
        }
    }

    private static PaymentProgress progress(PaymentStatus status, Step step, int attempts) {
        return new PaymentProgress(
                status,
                step,
                3,
                attempts,
                0,
                Instant.EPOCH,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Activity.RUNNING,
                Optional.empty());
    }
}
