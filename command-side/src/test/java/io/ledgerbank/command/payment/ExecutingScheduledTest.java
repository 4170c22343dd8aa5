package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.LUNCH;
import static io.ledgerbank.command.payment.Orders.created;
import static io.ledgerbank.command.payment.Orders.external;
import static io.ledgerbank.command.payment.Orders.scheduled;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.BOBS_IBAN;
import static io.ledgerbank.command.testing.People.CARLA;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.opened;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.command.claim.ClaimKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutingScheduledTest {

    private static final ExecuteScheduled WHEN_DUE = new ExecuteScheduled(ID, Optional.of(0L), Caller.system());
    private static final PaymentOrder ORDER = transfer(pounds("12.34"));

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void moves_the_money_in_the_same_append() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount(), scheduled(ORDER))
                .when(WHEN_DUE)
                .then(
                        created(ORDER),
                        new AccountDebited(
                                ALICES,
                                ID,
                                pounds("12.34"),
                                InternalAccount.CLEARING,
                                Counterparty.ours(BOBS, BOBS_IBAN),
                                LUNCH,
                                TODAY,
                                TODAY,
                                Optional.of(NOW)),
                        new AccountCredited(
                                BOBS,
                                ID,
                                pounds("12.34"),
                                InternalAccount.CLEARING,
                                Counterparty.ours(ALICES, ALICES_IBAN),
                                LUNCH,
                                TODAY,
                                TODAY),
                        new PaymentCompleted(ID, NOW));
    }

    @Test
    void holds_the_funds_of_what_goes_to_a_bank() {
        PaymentOrder away = external(pounds("30.00"));

        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), scheduled(away))
                .when(WHEN_DUE)
                .then(created(away), Orders.fundsHeld());
    }

    @Test
    void the_bank_is_told_as_of_any_other_payment() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), scheduled(external(pounds("30.00"))));
        bank.when(WHEN_DUE);

        Optional<?> instruction =
                bank.when(new StartAttempt(ID, 1, Duration.ofSeconds(5))).thenAnswered(Optional.class);

        assertThat(instruction).containsInstanceOf(BankInstruction.class).hasValueSatisfying(sent -> assertThat(
                        ((BankInstruction) sent).debtorIban())
                .isEqualTo(ALICES_IBAN));
    }

    @Test
    void whoever_left_the_banks_service_has_no_cash_paid_in_any_more() {
        Caller leaver = new Caller(UserId.next(), Role.SUPPORT);
        PaymentOrder.Deposit order = Orders.deposit(pounds("12.34"));
        bank.given(aliceHasAnAccount(), by(leaver, order)).nowIs(new Caller(leaver.userId(), Role.USER));

        bank.when(WHEN_DUE).then(new PaymentFailed(ID, Reason.INSUFFICIENT_PERMISSIONS, NOW, ErrorCatalog.version()));
    }

    @Test
    void a_value_date_is_looked_at_again_on_the_day_on_which_it_is_booked() {
        PaymentOrder order = new PaymentOrder.Deposit(
                ALICES,
                pounds("12.34"),
                "Cash",
                Optional.empty(),
                Priority.NORMAL,
                Optional.of(TODAY.plusDays(300)),
                Optional.of(TODAY.plusDays(310)));
        bank.given(aliceHasAnAccount(), by(TELLER, order));

        bank.when(WHEN_DUE).then(new PaymentFailed(ID, Reason.INVALID_VALUE_DATE, NOW, ErrorCatalog.version()));
    }

    private static PaymentScheduled by(Caller caller, PaymentOrder order) {
        return new PaymentScheduled(ID, ALICE.userId(), order, caller, NOW, List.of(), NOW);
    }

    @Test
    void a_refusal_makes_it_fail_with_the_reason() {
        SpanningFixture.Then then = bank.given(aliceHasAnAccount(), bobHasAnAccount(), scheduled(ORDER))
                .when(WHEN_DUE);

        then.then(new PaymentFailed(ID, Reason.INSUFFICIENT_FUNDS, NOW, ErrorCatalog.version()));
        PaymentDetails payment = then.thenAnswered(PaymentDetails.class);
        assertThat(payment.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(payment.failure().orElseThrow().isoReason()).contains("AM04");
    }

    @Test
    void for_want_of_funds_it_is_tried_again_at_the_next_of_its_times() {
        Instant over = NOW.minusSeconds(1);
        Instant next = NOW.plusSeconds(3600);

        bank.given(aliceHasAnAccount(), bobHasAnAccount(), scheduled(ORDER, over, next, next.plusSeconds(3600)))
                .when(WHEN_DUE)
                .then(new ExecutionDeferred(ID, Reason.INSUFFICIENT_FUNDS, NOW, next));
        bank.when(WHEN_DUE).thenRefused(Reason.ALREADY_PROCESSED);
        bank.given(deposited(ALICES, pounds("100.00")));
        assertThat(bank.when(new ExecuteScheduled(ID, Optional.of(1L), Caller.system()))
                        .thenAnswered(PaymentDetails.class)
                        .status())
                .isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void after_the_last_of_its_times_it_has_failed() {
        bank.given(aliceHasAnAccount(), bobHasAnAccount(), scheduled(ORDER, NOW.minusSeconds(2), NOW.minusSeconds(1)))
                .when(WHEN_DUE)
                .then(new PaymentFailed(ID, Reason.INSUFFICIENT_FUNDS, NOW, ErrorCatalog.version()));
    }

    @Test
    void other_refusals_are_final_at_once() {
        PaymentOrder tooMuch = transfer(pounds("10000.01"));

        bank.given(aliceHasAnAccount(), bobHasAnAccount(), scheduled(tooMuch, NOW.plusSeconds(60)))
                .when(WHEN_DUE)
                .then(new PaymentFailed(ID, Reason.AMOUNT_EXCEEDS_LIMIT, NOW, ErrorCatalog.version()));
    }

    @Test
    void fails_while_who_ordered_it_is_suspended() {
        bank.given(
                        aliceHasAnAccount(),
                        deposited(ALICES, pounds("100.00")),
                        bobHasAnAccount(),
                        scheduled(ORDER, NOW.plusSeconds(60)))
                .suspended(ALICE.userId())
                .when(WHEN_DUE)
                .then(new PaymentFailed(ID, Reason.ACCOUNT_SUSPENDED, NOW, ErrorCatalog.version()));
    }

    @Test
    void happens_once_however_often_it_is_asked_for() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount(), scheduled(ORDER));
        bank.when(WHEN_DUE).thenAnswered(PaymentDetails.class);

        bank.when(WHEN_DUE).thenRefused(Reason.ALREADY_PROCESSED);
        bank.when(new ExecuteScheduled(ID, Optional.empty(), ADMIN)).thenRefused(Reason.ALREADY_PROCESSED);
    }

    @Test
    void what_has_become_an_iban_of_ours_meanwhile_is_a_transfer() {
        AccountId carlas = AccountId.next();
        bank.given(
                aliceHasAnAccount(),
                deposited(ALICES, pounds("100.00")),
                opened(carlas, BOB, CARLA.iban(), GBP),
                scheduled(external(pounds("30.00"))));
        bank.claimed(ClaimKind.IBAN, CARLA.iban().value(), carlas);

        PaymentDetails payment = bank.when(WHEN_DUE).thenAnswered(PaymentDetails.class);

        assertThat(payment.type()).isEqualTo(PaymentType.TRANSFER);
        assertThat(payment.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(payment.creditorAccountId()).contains(carlas);
    }

    @Test
    void only_an_administrator_runs_it_early() {
        ExecuteScheduled early = new ExecuteScheduled(ID, Optional.empty(), ADMIN);
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount(), scheduled(ORDER));

        for (Caller other : List.of(ALICE, TELLER)) {
            bank.when(new ExecuteScheduled(ID, Optional.empty(), other)).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
        }
        assertThat(bank.when(early).thenAnswered(PaymentDetails.class).status()).isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void knows_only_payments_that_there_are() {
        bank.when(WHEN_DUE).thenRefused(Reason.PAYMENT_NOT_FOUND);
    }
}
