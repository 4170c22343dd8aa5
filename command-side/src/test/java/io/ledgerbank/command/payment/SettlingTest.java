package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.payment.Orders.unknown;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.SIMBANK;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.RecordOutcome;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Outcome EXECUTED = new Outcome.Executed("SIM-42", TOMORROW);
    private static final HoldCaptured CAPTURED = new HoldCaptured(
            ALICES,
            ID,
            pounds("30.00"),
            InternalAccount.settlement(SIMBANK),
            Counterparty.external(CARLA.name(), CARLA.iban()),
            LUNCH,
            TODAY,
            TOMORROW);
    private static final PaymentSettled SETTLED = new PaymentSettled(ID, "SIM-42", TOMORROW, NOW, Optional.of(TODAY));

    private final SpanningFixture bank = new SpanningFixture();

    @BeforeEach
    void funds_are_held_for_a_payment_with_the_bank() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld(), started(1));
    }

    @Test
    void captures_the_hold_and_settles_in_one_append() {
        bank.when(new RecordOutcome(ID, 1, EXECUTED)).then(CAPTURED, SETTLED);
    }

    @Test
    void what_was_captured_is_neither_held_nor_available_any_more() {
        bank.given(bobHasAnAccount()).when(new RecordOutcome(ID, 1, EXECUTED));

        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("70.01")), ALICE))
                .thenRefused(Reason.INSUFFICIENT_FUNDS);
        bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("70.00")), ALICE))
                .thenAnswered(PaymentDetails.class);
    }

    @Test
    void settles_a_payment_whose_outcome_was_unknown() {
        bank.given(unknown(1, 1)).when(new RecordOutcome(ID, 1, EXECUTED)).then(CAPTURED, SETTLED);
    }

    @Test
    void settles_a_parked_payment() {
        bank.given(unknown(1, 1), new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version()))
                .when(new RecordOutcome(ID, 1, EXECUTED))
                .then(CAPTURED, SETTLED);
    }

    @Test
    void settles_when_an_earlier_attempt_turns_out_to_have_been_executed() {
        bank.given(failed(1), started(2))
                .when(new RecordOutcome(ID, 1, EXECUTED))
                .then(CAPTURED, SETTLED);
    }

    @Test
    void settles_when_the_bank_executed_what_it_had_denied() {
        bank.given(failed(1)).when(new RecordOutcome(ID, 1, EXECUTED)).then(CAPTURED, SETTLED);
    }

    @Test
    void recording_it_again_changes_nothing() {
        bank.given(CAPTURED, SETTLED).when(new RecordOutcome(ID, 1, EXECUTED)).thenNothingNew();
    }

    @Test
    void neither_an_earlier_attempt_nor_a_doubt_undoes_a_settled_payment() {
        bank.given(failed(1), started(2), CAPTURED, SETTLED);

        bank.when(new RecordOutcome(ID, 1, Outcome.NotExecuted.because(Reason.BANK_REJECTED)))
                .thenNothingNew();
        bank.when(new RecordOutcome(ID, 2, new Outcome.Unknown(Reason.TIMEOUT))).thenNothingNew();
    }

    @Test
    void refuses_an_outcome_of_no_payment() {
        bank.when(new RecordOutcome(PaymentId.next(), 1, EXECUTED)).thenRefused(Reason.PAYMENT_NOT_FOUND);
    }
}
