package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A bank that has not got a request yet may get it a moment later. */
class BelievingNoBankTooEarlyTest {

    private static final int LAST_ATTEMPT = 3;

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

    @ParameterizedTest
    @ValueSource(ints = {1, LAST_ATTEMPT})
    void while_the_request_may_be_on_its_way_a_bank_without_it_is_asked_again_and_nothing_else_happens(int attempt) {
        stage.given(inDoubt(attempt, now.plus(Duration.ofMinutes(10))));

        stage.await(() -> inquiries() >= 4);

        assertThat(stage.events(id))
                .filteredOn(OutcomeUnknown.class::isInstance)
                .allSatisfy(
                        doubt -> assertThat(((OutcomeUnknown) doubt).reason()).isEqualTo(Reason.BANK_API_ERROR));
        assertThat(stage.events(id).getLast()).isInstanceOf(OutcomeUnknown.class);
        assertThat(stage.oracle().arrivalsOf(id)).isZero();
    }

    @Test
    void once_it_can_no_longer_arrive_the_attempt_has_failed_and_is_made_again() {
        stage.given(inDoubt(1, now));

        stage.settled(id);
        assertThat(stage.storyInShort(id))
                .containsExactly(
                        "PaymentCreated",
                        "AttemptStarted",
                        "OutcomeUnknown",
                        "AttemptFailed",
                        "AttemptStarted",
                        "PaymentSettled");
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    @Test
    void once_the_last_attempts_request_can_no_longer_arrive_it_is_certain_that_the_payment_was_not_executed() {
        stage.given(inDoubt(LAST_ATTEMPT, now));

        PaymentParked parked = stage.parked(id);
        assertThat(parked.reason()).isEqualTo(Reason.BANK_API_ERROR);
        assertThat(parked.outcome()).contains(Execution.NOT_EXECUTED);
        assertThat(parked.parkedAt()).isAfterOrEqualTo(now.plus(stage.grace()));
        assertThat(stage.oracle().arrivalsOf(id)).isZero();
    }

    private long inquiries() {
        return stage.story(id).stream().filter("OutcomeUnknown"::equals).count();
    }

    /** An attempt with this deadline, which the bank never got, is to be inquired at once. */
    private PaymentEvent[] inDoubt(int attempt, Instant deadline) {
        Stream<PaymentEvent> created = Stream.of(new PaymentCreated(
                id,
                Caller.system().userId(),
                Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)),
                Optional.of(Orders.ALICE),
                now));
        Stream<PaymentEvent> earlier = Stream.iterate(1, n -> n < attempt, n -> n + 1)
                .flatMap(n -> Stream.of(
                        new AttemptStarted(id, n, now, now),
                        new AttemptFailed(id, n, Reason.BANK_API_ERROR, now, now, ErrorCatalog.version())));
        Stream<PaymentEvent> current = Stream.of(
                new AttemptStarted(id, attempt, now, deadline),
                new OutcomeUnknown(id, attempt, 1, Reason.BANK_API_ERROR, now, now, ErrorCatalog.version()));
        return Stream.of(created, earlier, current).flatMap(events -> events).toArray(PaymentEvent[]::new);
    }
}
