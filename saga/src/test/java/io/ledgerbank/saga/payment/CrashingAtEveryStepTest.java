package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing of a payment is left but its events up to some step; whoever finds them brings it to its end. */
class CrashingAtEveryStepTest {

    private static final UserId ADMIN = UserId.next();

    private static Stage stage;

    private final PaymentId id = PaymentId.next();
    private final Instant now = Instant.now();

    @BeforeAll
    static void open() {
        stage = Stage.impatient();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    static IntStream crashes() {
        return IntStream.rangeClosed(1, 9);
    }

    @ParameterizedTest
    @MethodSource("crashes")
    void the_payment_is_executed_once_wherever_it_stopped(int survived) {
        stage.given(history().subList(0, survived).toArray(PaymentEvent[]::new));

        stage.settled(id);
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
        assertThat(stage.oracle().arrivalsOf(id)).isEqualTo(1);
    }

    @Test
    void what_is_paused_stays_where_it_is_until_it_is_resumed() {
        stage.given(created(), new PaymentPaused(id, ADMIN, "Fraud?", now));
        stage.caughtUp();

        assertThat(stage.workItemsOf(id)).isEmpty();
        assertThat(stage.oracle().arrivalsOf(id)).isZero();
    }

    private List<PaymentEvent> history() {
        return List.of(
                created(),
                started(1),
                unknown(1),
                failed(1),
                started(2),
                unknown(2),
                unknown(2),
                failed(2),
                new PaymentResumed(id, ADMIN, "No fraud", now));
    }

    private PaymentCreated created() {
        return new PaymentCreated(
                id,
                Caller.system().userId(),
                Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)),
                Optional.of(Orders.ALICE),
                now);
    }

    @Test
    void what_an_administrator_has_asked_about_again_goes_on() {
        stage.given(
                created(),
                started(1),
                new PaymentParked(id, 1, Reason.TIMEOUT, now, ErrorCatalog.version()),
                new RetryOrdered(id, ADMIN, "The bank is back", 1, 1, now, ErrorCatalog.version()));

        stage.settled(id);
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    private AttemptStarted started(int attempt) {
        return new AttemptStarted(id, attempt, now, now);
    }

    private OutcomeUnknown unknown(int attempt) {
        return new OutcomeUnknown(id, attempt, 1, Reason.TIMEOUT, now, now, ErrorCatalog.version());
    }

    private AttemptFailed failed(int attempt) {
        return new AttemptFailed(id, attempt, Reason.TIMEOUT, now, now, ErrorCatalog.version());
    }
}
