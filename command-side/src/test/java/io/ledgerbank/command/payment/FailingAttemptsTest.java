package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.payment.Orders.unknown;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.RecordOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailingAttemptsTest {

    private static final Object RELEASED = Orders.holdReleased();

    private final SpanningFixture bank = new SpanningFixture();

    @BeforeEach
    void funds_are_held_for_a_payment_with_the_bank() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld(), started(1));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"INVALID_CREDITOR_ACCOUNT", "CREDITOR_ACCOUNT_CLOSED", "REGULATORY_REFUSAL", "BANK_REJECTED"})
    void releases_the_hold_and_fails_at_once_when_no_retry_could_help(Reason reason) {
        bank.when(notExecuted(1, reason)).then(RELEASED, new PaymentFailed(ID, reason, NOW, ErrorCatalog.version()));
    }

    @Test
    void keeps_the_hold_and_waits_when_the_catalogue_retries() {
        AttemptFailed failed = onlyFailure(bank.when(notExecuted(1, Reason.SERVICE_UNAVAILABLE)));

        assertThat(failed.attempt()).isEqualTo(1);
        assertThat(failed.reason()).isEqualTo(Reason.SERVICE_UNAVAILABLE);
        assertThat(failed.nextAttemptAt()).isBetween(NOW.plusMillis(1000), NOW.plusMillis(1200));
    }

    @Test
    void waits_twice_as_long_before_the_third_attempt() {
        bank.given(failed(1), started(2));

        assertThat(onlyFailure(bank.when(notExecuted(2, Reason.TIMEOUT))).nextAttemptAt())
                .isBetween(NOW.plusMillis(2000), NOW.plusMillis(2400));
    }

    @Test
    void is_parked_with_its_hold_after_the_third_attempt() {
        bank.given(failed(1), started(2), failed(2), started(3))
                .when(notExecuted(3, Reason.TIMEOUT))
                .then(parked(3, Reason.TIMEOUT));
    }

    @Test
    void what_was_parked_in_doubt_is_parked_for_certain_once_the_bank_says_so() {
        bank.given(failed(1), started(2), failed(2), started(3), unknown(3, 1))
                .given(new PaymentParked(ID, 3, Reason.TIMEOUT, NOW, ErrorCatalog.version()))
                .when(notExecuted(3, Reason.SERVICE_UNAVAILABLE))
                .then(parked(3, Reason.SERVICE_UNAVAILABLE));
        bank.when(notExecuted(3, Reason.SERVICE_UNAVAILABLE)).thenNothingNew();
    }

    @Test
    void waits_steadily_after_a_system_error() {
        assertThat(onlyFailure(bank.when(notExecuted(1, Reason.CONFIGURATION_ERROR)))
                        .nextAttemptAt())
                .isBetween(NOW.plusMillis(500), NOW.plusMillis(600));
    }

    @Test
    void is_parked_after_the_second_system_error() {
        bank.given(failed(1), started(2))
                .when(notExecuted(2, Reason.CONFIGURATION_ERROR))
                .then(parked(2, Reason.CONFIGURATION_ERROR));
    }

    @Test
    void waits_as_long_as_the_bank_asks_for_when_that_is_longer() {
        Outcome busy = new Outcome.NotExecuted(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofSeconds(90)));

        assertThat(onlyFailure(bank.when(new RecordOutcome(ID, 1, busy))).nextAttemptAt())
                .isEqualTo(NOW.plusSeconds(90));
    }

    @Test
    void does_not_come_back_sooner_because_the_bank_says_so() {
        Outcome eager = new Outcome.NotExecuted(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofMillis(1)));

        assertThat(onlyFailure(bank.when(new RecordOutcome(ID, 1, eager))).nextAttemptAt())
                .isAfterOrEqualTo(NOW.plusSeconds(1));
    }

    @Test
    void what_was_released_is_available_again() {
        bank.given(bobHasAnAccount()).when(notExecuted(1, Reason.BANK_REJECTED));

        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("100.00")), ALICE))
                .thenAnswered(PaymentDetails.class);
    }

    @Test
    void a_denial_found_by_inquiry_may_be_retried_or_not_as_its_reason_says() {
        bank.given(unknown(1, 1));

        assertThat(onlyFailure(bank.when(notExecuted(1, Reason.SERVICE_UNAVAILABLE)))
                        .attempt())
                .isEqualTo(1);
    }

    @Test
    void a_denial_fails_a_parked_payment() {
        bank.given(unknown(1, 1), new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version()))
                .when(notExecuted(1, Reason.BANK_REJECTED))
                .then(RELEASED, new PaymentFailed(ID, Reason.BANK_REJECTED, NOW, ErrorCatalog.version()));
    }

    @Test
    void a_denial_for_a_reason_that_nobody_knows_is_for_a_person_and_keeps_the_hold() {
        Outcome.NotExecuted refused =
                new Outcome.NotExecuted(Reason.BANK_REASON_UNMAPPED, Optional.empty(), Optional.of("XY99"));

        bank.when(new RecordOutcome(ID, 1, refused))
                .then(PaymentParked.notExecuted(ID, 1, refused, NOW, ErrorCatalog.version()));
        bank.when(new RecordOutcome(ID, 1, refused)).thenNothingNew();
        assertThat(bank.log()).last().isInstanceOfSatisfying(PaymentParked.class, parked -> assertThat(
                        parked.bankCode())
                .contains("XY99"));
    }

    @Test
    void recording_it_again_changes_nothing() {
        bank.given(failed(1)).when(notExecuted(1, Reason.TIMEOUT)).thenNothingNew();
        bank.given(started(2), RELEASED, new PaymentFailed(ID, Reason.BANK_REJECTED, NOW, ErrorCatalog.version()))
                .when(notExecuted(2, Reason.BANK_REJECTED))
                .thenNothingNew();
    }

    @Test
    void an_outcome_of_another_attempt_than_the_current_changes_nothing() {
        bank.given(failed(1), started(2));

        bank.when(notExecuted(1, Reason.BANK_REJECTED)).thenNothingNew();
        bank.when(notExecuted(3, Reason.BANK_REJECTED)).thenNothingNew();
    }

    private static PaymentParked parked(int attempt, Reason reason) {
        return PaymentParked.notExecuted(ID, attempt, Outcome.NotExecuted.because(reason), NOW, ErrorCatalog.version());
    }

    private static RecordOutcome notExecuted(int attempt, Reason reason) {
        return new RecordOutcome(ID, attempt, Outcome.NotExecuted.because(reason));
    }

    private static AttemptFailed onlyFailure(SpanningFixture.Then then) {
        assertThat(then.events()).singleElement().isInstanceOf(AttemptFailed.class);
        return (AttemptFailed) then.events().getFirst();
    }
}
