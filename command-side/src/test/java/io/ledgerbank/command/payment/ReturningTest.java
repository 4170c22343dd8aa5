package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
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
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.FundsHeld;
import io.ledgerbank.api.account.HoldCaptured;
import io.ledgerbank.api.account.HoldReleased;
import io.ledgerbank.api.account.ReturnCredited;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StatementHeard;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReturningTest {

    private static final LocalDate LAST_WEEK = TODAY.minusDays(7);
    private static final Instant SETTLED_AT = NOW.minus(Duration.ofDays(7));
    private static final Outcome RETURNED =
            new Outcome.Returned(Reason.CREDITOR_ACCOUNT_CLOSED, "SIM-R-1", TODAY.plusDays(1));

    private static final StatementHeard HEARD = new StatementHeard(
            ID,
            1,
            StatementHeard.Said.RETURNED,
            Optional.of(Reason.CREDITOR_ACCOUNT_CLOSED),
            Optional.of("SIM-R-1"),
            Optional.of(TODAY.plusDays(1)),
            NOW);

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void the_debtor_has_the_money_again_in_the_same_append() {
        settled()
                .when(new RecordOutcome(ID, 1, RETURNED))
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
                        new PaymentReturned(ID, Reason.CREDITOR_ACCOUNT_CLOSED, "SIM-R-1", NOW));
    }

    @Test
    void what_no_limit_counted_gives_nothing_back() {
        settledAfter(new FundsHeld(ALICES, ID, pounds("30.00"), Optional.empty()), Optional.empty())
                .when(new RecordOutcome(ID, 1, RETURNED));

        assertThat(bank.log())
                .filteredOn(ReturnCredited.class::isInstance)
                .singleElement(type(ReturnCredited.class))
                .extracting(ReturnCredited::heldOn)
                .isEqualTo(Optional.empty());
    }

    @Test
    void a_settlement_says_on_which_day_the_hold_counted() {
        withTheBank().when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-1", TODAY)));

        assertThat(bank.log())
                .filteredOn(PaymentSettled.class::isInstance)
                .singleElement(type(PaymentSettled.class))
                .extracting(PaymentSettled::heldOn)
                .isEqualTo(Optional.of(TODAY));
    }

    @Test
    void what_came_back_can_be_spent() {
        settled().given(bobHasAnAccount()).when(new RecordOutcome(ID, 1, RETURNED));

        assertThat(bank.when(new CreatePayment(PaymentId.next(), transfer(pounds("100.00")), ALICE))
                        .thenAnswered(PaymentDetails.class)
                        .status())
                .isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void it_comes_back_once() {
        settled().when(new RecordOutcome(ID, 1, RETURNED));

        bank.when(new RecordOutcome(ID, 1, RETURNED)).thenNothingNew();
        bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-1", TODAY)))
                .thenNothingNew();
    }

    @Test
    void what_came_back_before_anybody_knew_that_it_had_left_has_failed() {
        withTheBank()
                .when(new RecordOutcome(ID, 1, RETURNED))
                .then(
                        new HoldReleased(ALICES, ID, pounds("30.00"), Optional.of(TODAY)),
                        new PaymentFailed(ID, Reason.CREDITOR_ACCOUNT_CLOSED, NOW, ErrorCatalog.version()),
                        HEARD);
    }

    @Test
    void what_came_back_is_not_sent_again() {
        withTheBank()
                .given(failed(1))
                .when(new RecordOutcome(ID, 1, RETURNED))
                .then(
                        new HoldReleased(ALICES, ID, pounds("30.00"), Optional.of(TODAY)),
                        new PaymentFailed(ID, Reason.CREDITOR_ACCOUNT_CLOSED, NOW, ErrorCatalog.version()),
                        HEARD);
    }

    @Test
    void that_what_has_failed_came_back_is_written_down_once_and_moves_nothing() {
        withTheBank()
                .given(
                        new HoldReleased(ALICES, ID, pounds("30.00"), Optional.of(TODAY)),
                        new PaymentFailed(ID, Reason.BANK_REJECTED, NOW, ErrorCatalog.version()))
                .when(new RecordOutcome(ID, 1, RETURNED))
                .then(HEARD);

        bank.when(new RecordOutcome(ID, 1, RETURNED)).thenNothingNew();
    }

    @Test
    void what_was_never_sent_cannot_come_back() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld())
                .when(new RecordOutcome(ID, 0, RETURNED))
                .thenNothingNew();
    }

    private SpanningFixture withTheBank() {
        return withTheBankAfter(fundsHeld());
    }

    private SpanningFixture withTheBankAfter(FundsHeld hold) {
        return bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), hold, started(1));
    }

    private SpanningFixture settled() {
        return settledAfter(fundsHeld(), Optional.of(TODAY));
    }

    private SpanningFixture settledAfter(FundsHeld hold, Optional<LocalDate> heldOn) {
        return withTheBankAfter(hold)
                .given(
                        new HoldCaptured(
                                ALICES,
                                ID,
                                pounds("30.00"),
                                InternalAccount.settlement(SIMBANK),
                                Counterparty.external(CARLA.name(), CARLA.iban()),
                                LUNCH,
                                LAST_WEEK,
                                LAST_WEEK),
                        new PaymentSettled(ID, "SIM-1", LAST_WEEK, SETTLED_AT, heldOn));
    }
}
