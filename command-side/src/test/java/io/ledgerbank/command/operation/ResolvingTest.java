package io.ledgerbank.command.operation;

import static io.ledgerbank.command.operation.OperationCase.EVIDENCE;
import static io.ledgerbank.command.operation.OperationCase.WHY;
import static io.ledgerbank.command.operation.OperationCase.pending;
import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.holdReleased;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.unknown;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.SIMBANK;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.payment.ContradictionResolved;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeResolved;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.command.payment.Orders;
import io.ledgerbank.command.payment.SpanningFixture;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResolvingTest {

    private static final Counterparty TO_CARLA = Counterparty.external(CARLA.name(), CARLA.iban());
    private static final Outcome EXECUTED = new Outcome.Executed("SIM-42", TODAY.plusDays(1));
    private static final Outcome REJECTED = Outcome.NotExecuted.because(Reason.CREDITOR_ACCOUNT_CLOSED);

    @Test
    void what_was_executed_settles_in_the_append_that_says_who_knows_and_why() {
        parked().when(resolve(Execution.EXECUTED))
                .then(
                        new HoldCaptured(
                                ALICES,
                                ID,
                                pounds("30.00"),
                                InternalAccount.settlement(SIMBANK),
                                TO_CARLA,
                                LUNCH,
                                TODAY,
                                TODAY),
                        resolved(Execution.EXECUTED),
                        new PaymentSettled(ID, ID.toString(), TODAY, NOW, Optional.of(TODAY)));
    }

    @Test
    void what_was_not_executed_fails_and_its_hold_is_released() {
        parked().when(resolve(Execution.NOT_EXECUTED))
                .then(
                        holdReleased(),
                        resolved(Execution.NOT_EXECUTED),
                        new PaymentFailed(ID, Reason.TIMEOUT, NOW, ErrorCatalog.version()));
    }

    @Test
    void as_long_as_the_bank_can_be_asked_nobody_resolves() {
        pending().when(resolve(Execution.EXECUTED)).thenRefused(Reason.NOT_PARKED);
        pending().given(started(1)).when(resolve(Execution.EXECUTED)).thenRefused(Reason.NOT_PARKED);
        pending()
                .given(started(1), unknown(1, 1))
                .when(resolve(Execution.NOT_EXECUTED))
                .thenRefused(Reason.NOT_PARKED);
    }

    @Test
    void what_is_over_is_not_resolved_again() {
        SpanningFixture bank = parked();
        bank.when(resolve(Execution.EXECUTED)).thenAnswered(Decision.class);

        bank.when(resolve(Execution.EXECUTED)).thenRefused(Reason.ALREADY_PROCESSED);
    }

    @Test
    void a_bank_that_was_wrong_about_a_failed_payment_leaves_everything_as_it_was() {
        SpanningFixture bank = failedButExecuted();

        bank.when(resolve(Execution.NOT_EXECUTED))
                .then(contradictionResolved(Execution.EXECUTED, Execution.NOT_EXECUTED, TODAY.plusDays(1)));
        assertThat(suspense(bank)).isZero();
        assertThat(balance(bank, InternalAccount.settlement(SIMBANK).code())).isZero();
    }

    @Test
    void a_bank_that_was_right_about_a_failed_payment_gets_its_money_from_the_debtor() {
        SpanningFixture bank = failedButExecuted();
        assertThat(suspense(bank)).isEqualTo(-3000);

        bank.when(resolve(Execution.EXECUTED))
                .then(
                        new AccountDebited(
                                ALICES,
                                ID,
                                pounds("30.00"),
                                InternalAccount.SUSPENSE,
                                TO_CARLA,
                                LUNCH,
                                TODAY,
                                TODAY.plusDays(1),
                                Optional.of(NOW)),
                        contradictionResolved(Execution.EXECUTED, Execution.EXECUTED, TODAY.plusDays(1)),
                        new PaymentSettled(ID, "SIM-42", TODAY.plusDays(1), NOW, Optional.of(TODAY)));
        assertThat(suspense(bank)).isZero();
        assertThat(balance(bank, InternalAccount.settlement(SIMBANK).code())).isEqualTo(3000);
    }

    @Test
    void a_debtor_who_has_spent_it_since_is_not_overdrawn() {
        SpanningFixture bank = failedButExecuted();
        bank.when(new CreatePayment(PaymentId.next(), Orders.withdrawal(pounds("70.01")), TELLER));

        bank.when(resolve(Execution.EXECUTED)).thenRefused(Reason.INSUFFICIENT_FUNDS);
    }

    @Test
    void nor_is_an_account_debited_that_is_frozen_or_closed() {
        SpanningFixture bank = failedButExecuted();

        bank.given(new AccountFrozen(ALICES, "Card stolen", NOW))
                .when(resolve(Execution.EXECUTED))
                .thenRefused(Reason.ACCOUNT_FROZEN);
        bank.given(new AccountClosed(ALICES, "Moved away", NOW))
                .when(resolve(Execution.EXECUTED))
                .thenRefused(Reason.ACCOUNT_INACTIVE);
    }

    @Test
    void a_bank_that_was_right_about_a_settled_payment_gives_the_debtor_the_money_back() {
        SpanningFixture bank = settledButNotExecuted();
        assertThat(suspense(bank)).isEqualTo(3000);

        bank.when(resolve(Execution.NOT_EXECUTED))
                .then(
                        new ReturnCredited(
                                ALICES,
                                ID,
                                pounds("30.00"),
                                InternalAccount.SUSPENSE,
                                TO_CARLA,
                                LUNCH,
                                TODAY,
                                TODAY,
                                Optional.of(TODAY)),
                        contradictionResolved(Execution.NOT_EXECUTED, Execution.NOT_EXECUTED, TODAY),
                        new PaymentReturned(ID, Reason.CREDITOR_ACCOUNT_CLOSED, ID.toString(), NOW));
        assertThat(suspense(bank)).isZero();
        assertThat(balance(bank, InternalAccount.settlement(SIMBANK).code())).isZero();
    }

    @Test
    void a_bank_that_was_wrong_about_a_settled_payment_has_executed_it() {
        SpanningFixture bank = settledButNotExecuted();

        bank.when(resolve(Execution.EXECUTED))
                .then(contradictionResolved(Execution.NOT_EXECUTED, Execution.EXECUTED, TODAY));
        assertThat(suspense(bank)).isZero();
        assertThat(balance(bank, InternalAccount.settlement(SIMBANK).code())).isEqualTo(3000);
    }

    @Test
    void what_has_been_dealt_with_is_not_opened_by_a_repeat() {
        SpanningFixture bank = failedButExecuted();
        bank.when(resolve(Execution.NOT_EXECUTED)).thenAnswered(Decision.class);

        bank.when(new RecordOutcome(ID, 1, EXECUTED)).thenNothingNew();
        assertThat(bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-43", TODAY)))
                        .events())
                .hasAtLeastOneElementOfType(OutcomeContradicted.class);
    }

    static SpanningFixture parked() {
        return pending()
                .given(
                        started(1),
                        unknown(1, 1),
                        new PaymentParked(ID, 1, Reason.TIMEOUT, NOW, ErrorCatalog.version()));
    }

    private static SpanningFixture failedButExecuted() {
        SpanningFixture bank = pending().given(started(1));
        bank.when(new RecordOutcome(ID, 1, REJECTED));
        bank.when(new RecordOutcome(ID, 1, EXECUTED));
        return bank;
    }

    private static SpanningFixture settledButNotExecuted() {
        SpanningFixture bank = pending().given(started(1));
        bank.when(new RecordOutcome(ID, 1, EXECUTED));
        bank.when(new RecordOutcome(ID, 1, REJECTED));
        return bank;
    }

    static ResolvePayment resolve(Execution outcome) {
        return new ResolvePayment(ID, outcome, EVIDENCE, WHY, Optional.empty(), ADMIN);
    }

    private static OutcomeResolved resolved(Execution outcome) {
        return new OutcomeResolved(ID, ADMIN.userId(), WHY, outcome, EVIDENCE, Optional.empty(), NOW);
    }

    private static ContradictionResolved contradictionResolved(
            Execution claimed, Execution outcome, LocalDate valueDate) {
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
                valueDate,
                NOW,
                Optional.empty());
    }

    private static long suspense(SpanningFixture bank) {
        return balance(bank, InternalAccount.SUSPENSE.code());
    }

    /** In minor units, credits positive. */
    private static long balance(SpanningFixture bank, String account) {
        return bank.log().stream()
                .filter(Booked.class::isInstance)
                .flatMap(event -> ((Booked) event).entries().stream())
                .filter(entry -> entry.account().code().equals(account))
                .mapToLong(entry -> entry.change().minorUnits())
                .sum();
    }
}
