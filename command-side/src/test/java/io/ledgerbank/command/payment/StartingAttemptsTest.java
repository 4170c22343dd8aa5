package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.payment.Orders.unknown;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.pounds;
import static org.axonframework.test.matchers.Matchers.predicate;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.testing.People;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.axonframework.test.aggregate.TestExecutor;
import org.junit.jupiter.api.Test;

class StartingAttemptsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final FixtureConfiguration<Payment> fixture = new AggregateTestFixture<>(Payment.class)
            .registerInjectableResource(new BankCalendar(Clock.fixed(NOW, ZoneOffset.UTC), ZoneOffset.UTC));

    @Test
    void answers_with_what_to_tell_the_bank_and_until_when_to_wait() {
        fixture.given(paymentCreated())
                .when(new StartAttempt(ID, 1, TIMEOUT))
                .expectEvents(started(1))
                .expectResultMessagePayload(new BankInstruction(
                        ID,
                        1,
                        pounds("30.00"),
                        ALICES_IBAN,
                        CARLA,
                        LUNCH,
                        Optional.of("INV-1"),
                        People.NOW.plus(TIMEOUT)));
    }

    @Test
    void sends_again_under_the_same_instruction_id() {
        fixture.given(paymentCreated(), started(1), failed(1))
                .when(new StartAttempt(ID, 2, TIMEOUT))
                .expectEvents(started(2))
                .expectResultMessagePayloadMatching(predicate((BankInstruction instruction) ->
                        instruction.instructionId().equals(ID)));
    }

    @Test
    void refuses_an_attempt_that_was_started_already() {
        refused(fixture.given(paymentCreated(), started(1)), 1);
        refused(fixture.given(paymentCreated(), started(1), failed(1)), 1);
    }

    @Test
    void refuses_to_skip_an_attempt() {
        refused(fixture.given(paymentCreated()), 2);
    }

    @Test
    void never_sends_while_the_last_attempts_outcome_is_unknown() {
        refused(fixture.given(paymentCreated(), started(1)), 2);
        refused(fixture.given(paymentCreated(), started(1), unknown(1, 1)), 2);
        refused(
                fixture.given(
                        paymentCreated(),
                        started(1),
                        unknown(1, 1),
                        new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version())),
                2);
    }

    @Test
    void never_sends_a_payment_that_is_over() {
        refused(
                fixture.given(
                        paymentCreated(),
                        started(1),
                        new PaymentSettled(ID, "REF", People.TODAY, NOW, Optional.empty())),
                2);
        refused(
                fixture.given(
                        paymentCreated(),
                        started(1),
                        new PaymentFailed(ID, Reason.BANK_REJECTED, NOW, ErrorCatalog.version())),
                2);
        refused(fixture.given(Orders.created(transfer(pounds("1.00"))), new PaymentCompleted(ID, NOW)), 1);
    }

    private static void refused(TestExecutor<Payment> payment, int attempt) {
        payment.when(new StartAttempt(ID, attempt, TIMEOUT))
                .expectNoEvents()
                .expectException(RejectedException.class)
                .expectExceptionMessage("already_processed: The payment does not wait for attempt " + attempt);
    }
}
