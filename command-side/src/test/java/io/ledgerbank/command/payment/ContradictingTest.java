package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.holdReleased;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.SIMBANK;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StatementHeard;
import io.ledgerbank.api.payment.StatementHeard.Said;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContradictingTest {

    private static final LocalDate TOMORROW = TODAY.plusDays(1);
    private static final Outcome EXECUTED = new Outcome.Executed("SIM-42", TOMORROW);
    private static final Outcome REJECTED = Outcome.NotExecuted.because(Reason.CREDITOR_ACCOUNT_CLOSED);
    private static final OutcomeContradicted EXECUTED_AFTER_ALL = new OutcomeContradicted(
            ID,
            1,
            Execution.EXECUTED,
            Optional.empty(),
            Optional.of("SIM-42"),
            SIMBANK,
            pounds("30.00"),
            TODAY,
            TOMORROW,
            NOW);
    private static final OutcomeContradicted NOT_EXECUTED_AFTER_ALL = new OutcomeContradicted(
            ID,
            1,
            Execution.NOT_EXECUTED,
            Optional.of(Reason.CREDITOR_ACCOUNT_CLOSED),
            Optional.empty(),
            SIMBANK,
            pounds("30.00"),
            TODAY,
            TODAY,
            NOW);

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void what_failed_and_was_executed_goes_to_suspense_and_no_customers_money_moves() {
        SpanningFixture.Then then = failed().when(new RecordOutcome(ID, 1, EXECUTED));

        then.then(EXECUTED_AFTER_ALL);
        assertThat(then.events()).noneMatch(MoneyEvent.class::isInstance);
    }

    @Test
    void what_settled_and_was_not_executed_goes_to_suspense_and_no_customers_money_moves() {
        settled().when(new RecordOutcome(ID, 1, REJECTED)).then(NOT_EXECUTED_AFTER_ALL);
    }

    @Test
    void a_bank_that_says_it_twice_is_heard_once() {
        failed().when(new RecordOutcome(ID, 1, EXECUTED)).then(EXECUTED_AFTER_ALL);

        bank.when(new RecordOutcome(ID, 1, EXECUTED)).thenNothingNew();
    }

    @Test
    void whatever_else_it_says_before_a_person_has_found_out_moves_nothing() {
        settled().when(new RecordOutcome(ID, 1, REJECTED)).then(NOT_EXECUTED_AFTER_ALL);
        Outcome returned = new Outcome.Returned(Reason.BANK_REJECTED, "R", TODAY);
        Outcome takenBack = new Outcome.Executed("SIM-41", TODAY);

        bank.when(new RecordOutcome(ID, 1, takenBack))
                .then(heard(Said.EXECUTED, Optional.empty(), Optional.of("SIM-41"), Optional.of(TODAY)));
        bank.when(new RecordOutcome(ID, 1, returned))
                .then(heard(Said.RETURNED, Optional.of(Reason.BANK_REJECTED), Optional.of("R"), Optional.of(TODAY)));
        bank.when(new RecordOutcome(ID, 1, new Outcome.Unknown(Reason.TIMEOUT))).thenNothingNew();

        bank.when(new RecordOutcome(ID, 1, takenBack)).thenNothingNew();
        bank.when(new RecordOutcome(ID, 1, returned)).thenNothingNew();
        bank.when(new RecordOutcome(ID, 1, REJECTED)).thenNothingNew();
    }

    @Test
    void a_bank_that_takes_its_claim_back_is_heard() {
        failed().when(new RecordOutcome(ID, 1, EXECUTED)).then(EXECUTED_AFTER_ALL);

        bank.when(new RecordOutcome(ID, 1, REJECTED))
                .then(heard(
                        Said.NOT_EXECUTED,
                        Optional.of(Reason.CREDITOR_ACCOUNT_CLOSED),
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void an_execution_under_another_reference_is_one_too_many() {
        settled().when(new RecordOutcome(ID, 1, EXECUTED)).then(EXECUTED_AFTER_ALL);

        bank.when(new RecordOutcome(ID, 1, EXECUTED)).thenNothingNew();
    }

    @Test
    void so_is_one_of_a_payment_that_has_come_back() {
        settled().when(new RecordOutcome(ID, 1, new Outcome.Returned(Reason.BANK_REJECTED, "R", TODAY)));

        bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-41", TODAY)))
                .thenNothingNew();
        bank.when(new RecordOutcome(ID, 1, EXECUTED)).then(EXECUTED_AFTER_ALL);
    }

    @Test
    void a_bank_that_was_never_told_of_a_payment_contradicts_nobody() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld());
        bank.given(holdReleased(), new io.ledgerbank.api.payment.PaymentCancelled(ID, NOW))
                .when(new RecordOutcome(ID, 0, EXECUTED))
                .thenRefused(Reason.ALREADY_PROCESSED);
    }

    private static StatementHeard heard(
            Said said, Optional<Reason> reason, Optional<String> reference, Optional<LocalDate> valueDate) {
        return new StatementHeard(ID, 1, said, reason, reference, valueDate, NOW);
    }

    private SpanningFixture failed() {
        return sent().given(holdReleased(), new PaymentFailed(ID, Reason.BANK_REJECTED, NOW, ErrorCatalog.version()));
    }

    private SpanningFixture settled() {
        return sent().given(
                        new HoldCaptured(
                                ALICES,
                                ID,
                                pounds("30.00"),
                                InternalAccount.settlement(SIMBANK),
                                Counterparty.external(CARLA.name(), CARLA.iban()),
                                Orders.LUNCH,
                                TODAY,
                                TODAY),
                        new PaymentSettled(ID, "SIM-41", TODAY, NOW, Optional.of(TODAY)));
    }

    private SpanningFixture sent() {
        return bank.given(
                aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld(), started(1));
    }
}
