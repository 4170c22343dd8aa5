package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.holdReleased;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.payment.Orders.unknown;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.command.testing.People;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartingAttemptsTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static SpanningFixture given(Object... events) {
        return new SpanningFixture()
                .given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")))
                .given(events);
    }

    @Test
    void answers_with_what_to_tell_the_bank_and_until_when_to_wait() {
        SpanningFixture.Then then = given(paymentCreated()).when(new StartAttempt(ID, 1, TIMEOUT));

        then.then(started(1));
        assertThat(then.answer())
                .contains(Optional.of(new BankInstruction(
                        ID,
                        1,
                        pounds("30.00"),
                        ALICES_IBAN,
                        CARLA,
                        LUNCH,
                        Optional.of("INV-1"),
                        People.NOW.plus(TIMEOUT))));
    }

    @Test
    void nothing_leaves_from_an_account_that_is_frozen_meanwhile() {
        SpanningFixture bank = given(paymentCreated(), fundsHeld(), new AccountFrozen(ALICES, "Fraud", NOW));
        SpanningFixture.Then then = bank.when(new StartAttempt(ID, 1, TIMEOUT));

        then.then(holdReleased(), new PaymentFailed(ID, Reason.ACCOUNT_FROZEN, NOW, ErrorCatalog.version()));
        assertThat(then.answer()).contains(Optional.empty());
    }

    @Test
    void nor_for_the_second_time() {
        given(paymentCreated(), fundsHeld(), started(1), failed(1), new AccountFrozen(ALICES, "Fraud", NOW))
                .when(new StartAttempt(ID, 2, TIMEOUT))
                .then(holdReleased(), new PaymentFailed(ID, Reason.ACCOUNT_FROZEN, NOW, ErrorCatalog.version()));
    }

    @Test
    void sends_again_under_the_same_instruction_id() {
        SpanningFixture.Then then =
                given(paymentCreated(), started(1), failed(1)).when(new StartAttempt(ID, 2, TIMEOUT));

        then.then(started(2));
        assertThat((Optional<?>) then.answer().orElseThrow())
                .hasValueSatisfying(sent ->
                        assertThat(((BankInstruction) sent).instructionId()).isEqualTo(ID));
    }

    @Test
    void refuses_an_attempt_that_was_started_already() {
        refused(given(paymentCreated(), started(1)), 1);
        refused(given(paymentCreated(), started(1), failed(1)), 1);
    }

    @Test
    void refuses_to_skip_an_attempt() {
        refused(given(paymentCreated()), 2);
    }

    @Test
    void never_sends_while_the_last_attempts_outcome_is_unknown() {
        refused(given(paymentCreated(), started(1)), 2);
        refused(given(paymentCreated(), started(1), unknown(1, 1)), 2);
        refused(
                given(
                        paymentCreated(),
                        started(1),
                        unknown(1, 1),
                        new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version())),
                2);
    }

    @Test
    void never_sends_a_payment_that_is_over() {
        refused(
                given(paymentCreated(), started(1), new PaymentSettled(ID, "REF", People.TODAY, NOW, Optional.empty())),
                2);
        refused(
                given(
                        paymentCreated(),
                        started(1),
                        new PaymentFailed(ID, Reason.BANK_REJECTED, NOW, ErrorCatalog.version())),
                2);
        refused(given(Orders.created(transfer(pounds("1.00"))), new PaymentCompleted(ID, NOW)), 1);
    }

    private static void refused(SpanningFixture payment, int attempt) {
        payment.when(new StartAttempt(ID, attempt, TIMEOUT)).thenRefused(Reason.ALREADY_PROCESSED);
    }
}
