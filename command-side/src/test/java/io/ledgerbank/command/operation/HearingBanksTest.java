package io.ledgerbank.command.operation;

import static io.ledgerbank.command.operation.OperationCase.EVIDENCE;
import static io.ledgerbank.command.operation.OperationCase.WHY;
import static io.ledgerbank.command.operation.OperationCase.pending;
import static io.ledgerbank.command.operation.ResolvingTest.resolve;
import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.SIMBANK;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.SettlementConfirmed;
import io.ledgerbank.command.payment.SpanningFixture;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a bank tells once a payment has ended, and what becomes of it when a person finds out what is true. */
class HearingBanksTest {

    private static final Outcome EXECUTED = new Outcome.Executed("SIM-1", TODAY);
    private static final Outcome AGAIN = new Outcome.Executed("SIM-2", TODAY);
    private static final Outcome REJECTED = Outcome.NotExecuted.because(Reason.CREDITOR_ACCOUNT_CLOSED);
    private static final Outcome RETURNED =
            new Outcome.Returned(Reason.CREDITOR_ACCOUNT_BLOCKED, "SIM-R", TODAY.plusDays(1));

    private final SpanningFixture bank = pending().given(started(1));

    @Test
    void what_came_back_while_its_execution_was_in_doubt_is_credited_when_it_turns_out_executed() {
        tell(EXECUTED, REJECTED, RETURNED);

        bank.when(resolve(Execution.EXECUTED))
                .then(
                        new ReturnCredited(
                                ALICES,
                                ID,
                                pounds("30.00"),
                                InternalAccount.settlement(SIMBANK),
                                Counterparty.external(CARLA.name(), CARLA.iban()),
                                LUNCH,
                                TODAY,
                                TODAY.plusDays(1),
                                Optional.of(TODAY)),
                        resolved(Execution.NOT_EXECUTED, Execution.EXECUTED, Optional.empty()),
                        new PaymentReturned(ID, Reason.CREDITOR_ACCOUNT_BLOCKED, "SIM-R", NOW));
        booksAreEven();
    }

    @Test
    void what_had_failed_and_was_executed_and_came_back_costs_the_debtor_nothing() {
        tell(REJECTED, EXECUTED, RETURNED);

        bank.when(resolve(Execution.EXECUTED))
                .then(resolved(Execution.EXECUTED, Execution.EXECUTED, Optional.of("SIM-R")));
        booksAreEven();
        bank.when(new RecordOutcome(ID, 1, RETURNED)).thenNothingNew();
    }

    @Test
    void also_when_the_return_was_heard_first() {
        tell(REJECTED, RETURNED, EXECUTED);

        bank.when(resolve(Execution.EXECUTED))
                .then(resolved(Execution.EXECUTED, Execution.EXECUTED, Optional.of("SIM-R")));
        booksAreEven();
    }

    @Test
    void a_second_execution_is_not_the_debtors_and_stands_in_suspense_until_the_bank_has_sent_one_back() {
        tell(EXECUTED, AGAIN);
        assertThat(balance(InternalAccount.SUSPENSE)).isEqualTo(-3000);
        bank.when(resolve(Execution.EXECUTED)).thenRefused(Reason.EXECUTED_TWICE);

        tell(RETURNED);
        bank.when(resolve(Execution.EXECUTED))
                .then(resolved(Execution.EXECUTED, Execution.EXECUTED, Optional.of("SIM-R")));
        assertThat(balance(InternalAccount.SUSPENSE)).isZero();
        assertThat(balance(InternalAccount.settlement(SIMBANK))).isEqualTo(3000);
        bank.when(new RecordOutcome(ID, 1, RETURNED)).thenNothingNew();
    }

    @Test
    void a_second_execution_that_was_none_leaves_the_return_to_the_first() {
        tell(EXECUTED, AGAIN, RETURNED);

        assertThat(bank.when(resolve(Execution.NOT_EXECUTED)).events())
                .hasAtLeastOneElementOfType(ReturnCredited.class)
                .hasAtLeastOneElementOfType(PaymentReturned.class);
        booksAreEven();
    }

    @Test
    void a_person_who_was_wrong_about_an_execution_is_corrected_by_the_bank() {
        tell(EXECUTED, REJECTED);
        bank.when(resolve(Execution.NOT_EXECUTED));
        booksAreEven();

        tell(EXECUTED);
        assertThat(balance(InternalAccount.SUSPENSE)).isEqualTo(-3000);
        assertThat(bank.when(resolve(Execution.EXECUTED)).events()).hasAtLeastOneElementOfType(PaymentSettled.class);
        assertThat(balance(InternalAccount.SUSPENSE)).isZero();
        assertThat(balance(InternalAccount.settlement(SIMBANK))).isEqualTo(3000);
    }

    @Test
    void an_execution_told_of_during_a_dispute_about_another_is_the_next_dispute() {
        tell(REJECTED, EXECUTED, AGAIN);

        assertThat(bank.when(resolve(Execution.EXECUTED)).events())
                .hasAtLeastOneElementOfType(PaymentSettled.class)
                .last()
                .isInstanceOfSatisfying(OutcomeContradicted.class, claim -> assertThat(claim.bankReference())
                        .contains("SIM-2"));
        assertThat(balance(InternalAccount.SUSPENSE)).isEqualTo(-3000);
    }

    @Test
    void the_bank_that_bears_out_what_a_person_has_settled_tells_its_reference() {
        SpanningFixture settled = ResolvingTest.parked();
        settled.when(resolve(Execution.EXECUTED));

        settled.when(new RecordOutcome(ID, 1, EXECUTED)).then(new SettlementConfirmed(ID, "SIM-1", TODAY, NOW));
        settled.when(new RecordOutcome(ID, 1, EXECUTED)).thenNothingNew();
        assertThat(settled.when(new RecordOutcome(ID, 1, AGAIN)).events())
                .hasAtLeastOneElementOfType(OutcomeContradicted.class);
    }

    private void tell(Outcome... outcomes) {
        for (Outcome outcome : outcomes) {
            assertThat(bank.when(new RecordOutcome(ID, 1, outcome)).events()).isNotEmpty();
        }
    }

    private void booksAreEven() {
        assertThat(balance(InternalAccount.SUSPENSE)).isZero();
        assertThat(balance(InternalAccount.settlement(SIMBANK))).isZero();
        assertThat(bank.log().stream().filter(MoneyEvent.class::isInstance)).isNotEmpty();
    }

    /** In minor units, credits positive. */
    private long balance(InternalAccount account) {
        return bank.log().stream()
                .filter(Booked.class::isInstance)
                .flatMap(event -> ((Booked) event).entries().stream())
                .filter(entry -> entry.account().equals(account))
                .mapToLong(entry -> entry.change().minorUnits())
                .sum();
    }

    private static ContradictionResolved resolved(
            Execution claimed, Execution outcome, Optional<String> returnReference) {
        return new ContradictionResolved(
                ID,
                ADMIN.userId(),
                WHY,
                claimed,
                outcome,
                EVIDENCE,
                Optional.empty(),
                SIMBANK,
                pounds("30.00"),
                TODAY,
                TODAY,
                NOW,
                returnReference);
    }
}
