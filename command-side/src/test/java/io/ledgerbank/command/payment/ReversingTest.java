package io.ledgerbank.command.payment;

import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.by;
import static io.ledgerbank.command.payment.Orders.deposit;
import static io.ledgerbank.command.payment.Orders.fundsHeld;
import static io.ledgerbank.command.payment.Orders.paymentCreated;
import static io.ledgerbank.command.payment.Orders.scheduled;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.transfer;
import static io.ledgerbank.command.payment.Orders.withdrawal;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.BOBS;
import static io.ledgerbank.command.testing.People.BOBS_IBAN;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.aliceHasAnAccount;
import static io.ledgerbank.command.testing.People.bobHasAnAccount;
import static io.ledgerbank.command.testing.People.deposited;
import static io.ledgerbank.command.testing.People.euros;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountCredited;
import io.ledgerbank.api.account.AccountDebited;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.approval.ApprovalDetails;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.approval.Proposal;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentReversed;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.ReversePayment;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReversingTest {

    private static final PaymentId REVERSAL = PaymentId.parse("01900000-0000-7000-8000-000000000778");
    private static final String WHY = "Paid twice";

    private final SpanningFixture bank = new SpanningFixture();

    @Test
    void moves_the_money_back_and_links_both_payments_in_one_append() {
        PaymentOrder backwards =
                new PaymentOrder.Transfer(BOBS, ALICES, pounds("30.00"), WHY, Optional.empty(), Priority.NORMAL);

        transferred()
                .when(reverse(Optional.empty(), TELLER))
                .then(
                        new PaymentCreated(
                                REVERSAL, BOB.userId(), backwards, Optional.of(BOBS_IBAN), NOW, Optional.of(ID)),
                        new AccountDebited(
                                BOBS,
                                REVERSAL,
                                pounds("30.00"),
                                InternalAccount.CLEARING,
                                Counterparty.ours(ALICES, ALICES_IBAN),
                                WHY,
                                TODAY,
                                TODAY,
                                Optional.of(NOW),
                                Optional.of(ID)),
                        new AccountCredited(
                                ALICES,
                                REVERSAL,
                                pounds("30.00"),
                                InternalAccount.CLEARING,
                                Counterparty.ours(BOBS, BOBS_IBAN),
                                WHY,
                                TODAY,
                                TODAY),
                        new PaymentCompleted(REVERSAL, NOW),
                        new PaymentReversed(ID, REVERSAL, pounds("30.00"), NOW));
    }

    @Test
    void is_answered_as_a_payment_that_names_the_one_it_takes_back() {
        PaymentDetails reversal = done(transferred().when(reverse(part("10.00"), ADMIN)));

        assertThat(reversal.id()).isEqualTo(REVERSAL);
        assertThat(reversal.reversalOf()).contains(ID);
        assertThat(reversal.amount()).isEqualTo(pounds("10.00"));
        assertThat(reversal.status()).isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void takes_back_in_parts_but_never_more_than_was_moved() {
        done(transferred().when(reverse(part("10.00"), TELLER)));

        bank.when(again(part("20.01"))).thenRefused(Reason.NOT_REVERSIBLE);
        assertThat(done(bank.when(again(Optional.empty()))).amount()).isEqualTo(pounds("20.00"));
        bank.when(again(Optional.empty())).thenRefused(Reason.NOT_REVERSIBLE);
        bank.when(again(part("0.01"))).thenRefused(Reason.NOT_REVERSIBLE);
    }

    @Test
    void cash_goes_back_over_the_counter() {
        bank.given(aliceHasAnAccount());
        bank.when(by(TELLER, deposit(pounds("30.00")))).thenAnswered(PaymentDetails.class);

        PaymentDetails reversal = done(bank.when(reverse(Optional.empty(), TELLER)));

        assertThat(reversal.type()).isEqualTo(PaymentType.WITHDRAWAL);
        assertThat(reversal.debtorAccountId()).contains(ALICES);
    }

    @Test
    void cash_that_was_handed_out_comes_back() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")));
        bank.when(by(TELLER, withdrawal(pounds("30.00")))).thenAnswered(PaymentDetails.class);

        PaymentDetails reversal = done(bank.when(reverse(Optional.empty(), TELLER)));

        assertThat(reversal.type()).isEqualTo(PaymentType.DEPOSIT);
        assertThat(reversal.creditorAccountId()).contains(ALICES);
    }

    @Test
    void what_the_creditor_has_spent_cannot_be_taken_back() {
        transferred();
        bank.when(new CreatePayment(
                        PaymentId.next(),
                        new PaymentOrder.Transfer(BOBS, ALICES, pounds("0.01"), WHY, Optional.empty(), Priority.NORMAL),
                        BOB))
                .thenAnswered(PaymentDetails.class);

        bank.when(reverse(Optional.empty(), TELLER)).thenRefused(Reason.INSUFFICIENT_FUNDS);
        done(bank.when(reverse(part("29.99"), TELLER)));
    }

    @Test
    void a_reversal_is_a_payment_and_can_be_taken_back_itself() {
        done(transferred().when(reverse(Optional.empty(), TELLER)));
        PaymentId back = PaymentId.next();

        PaymentDetails again = done(bank.when(new ReversePayment(REVERSAL, back, Optional.empty(), WHY, TELLER)));

        assertThat(again.reversalOf()).contains(REVERSAL);
        assertThat(again.debtorAccountId()).contains(ALICES);
    }

    @Test
    void what_the_bank_takes_back_leaves_the_payees_own_limits_as_they_are() {
        transferred().when(reverse(Optional.empty(), TELLER));
        bank.given(deposited(BOBS, pounds("1000.00")));

        bank.when(Orders.by(
                        BOB,
                        new PaymentOrder.Transfer(
                                BOBS, ALICES, pounds("1000.00"), "Rent", Optional.empty(), Priority.NORMAL)))
                .thenAnswered(PaymentDetails.class);
    }

    @Test
    void a_frozen_account_does_not_keep_what_belongs_to_somebody_else() {
        SpanningFixture frozen = transferred().given(new AccountFrozen(BOBS, "Fraud", NOW));

        assertThat(done(frozen.when(reverse(Optional.empty(), TELLER))).status())
                .isEqualTo(PaymentStatus.COMPLETED);
    }

    @Test
    void customers_take_nothing_back() {
        transferred().when(reverse(Optional.empty(), ALICE)).thenRefused(Reason.INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void what_went_to_a_bank_or_is_not_completed_is_not_reversible() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), paymentCreated(), fundsHeld(), started(1));
        bank.when(reverse(Optional.empty(), TELLER)).thenRefused(Reason.NOT_REVERSIBLE);
        bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-1", TODAY)));
        bank.when(reverse(Optional.empty(), TELLER)).thenRefused(Reason.NOT_REVERSIBLE);

        new SpanningFixture()
                .given(aliceHasAnAccount(), bobHasAnAccount(), scheduled(transfer(pounds("1.00"))))
                .when(reverse(Optional.empty(), TELLER))
                .thenRefused(Reason.NOT_REVERSIBLE);
    }

    @Test
    void refuses_other_currencies_and_unknown_payments() {
        transferred().when(reverse(Optional.of(euros("1.00")), TELLER)).thenRefused(Reason.CURRENCY_MISMATCH);
        bank.when(new ReversePayment(PaymentId.next(), REVERSAL, Optional.empty(), WHY, TELLER))
                .thenRefused(Reason.PAYMENT_NOT_FOUND);
    }

    @Test
    void over_the_threshold_a_second_person_has_to_agree_first() {
        much("1000.01");

        Decision<?> decision = bank.when(reverse(Optional.empty(), TELLER)).thenAnswered(Decision.class);

        ApprovalDetails request = ((Decision.Proposed<?>) decision).approval();
        assertThat(request.proposal()).isEqualTo(new Proposal.Reversal(ID, REVERSAL, pounds("1000.01"), WHY));
        bank.when(new GrantApproval(request.id(), TELLER)).thenRefused(Reason.SELF_APPROVAL);
        assertThat(bank.when(new GrantApproval(request.id(), ADMIN)).events())
                .contains(new PaymentReversed(ID, REVERSAL, pounds("1000.01"), NOW));
        bank.when(again(Optional.empty())).thenRefused(Reason.NOT_REVERSIBLE);
    }

    @Test
    void what_was_taken_back_meanwhile_is_not_taken_back_by_approval() {
        much("1000.01");
        Decision<?> decision = bank.when(reverse(Optional.empty(), TELLER)).thenAnswered(Decision.class);
        done(bank.when(again(part("0.01"))));

        bank.when(new GrantApproval(((Decision.Proposed<?>) decision).approval().id(), ADMIN))
                .thenRefused(Reason.NOT_REVERSIBLE);
    }

    @Test
    void what_one_person_takes_back_in_parts_counts_as_a_whole() {
        much("1000.01");
        done(bank.when(reverse(part("999.00"), TELLER)));

        assertThat(bank.when(again(part("1.01"))).thenAnswered(Decision.class)).isInstanceOf(Decision.Proposed.class);
    }

    @Test
    void up_to_the_threshold_one_person_is_enough() {
        much("1000.00");

        assertThat(done(bank.when(reverse(Optional.empty(), TELLER))).amount()).isEqualTo(pounds("1000.00"));
    }

    private void much(String amount) {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("5000.00")), bobHasAnAccount());
        bank.when(by(ALICE, transfer(pounds(amount)))).thenAnswered(PaymentDetails.class);
    }

    private static PaymentDetails done(SpanningFixture.Then then) {
        Decision.Done<?> done = (Decision.Done<?>) then.thenAnswered(Decision.class);
        return (PaymentDetails) done.result();
    }

    private SpanningFixture transferred() {
        bank.given(aliceHasAnAccount(), deposited(ALICES, pounds("100.00")), bobHasAnAccount());
        bank.when(by(ALICE, transfer(pounds("30.00")))).thenAnswered(PaymentDetails.class);
        return bank;
    }

    private static Optional<Money> part(String amount) {
        return Optional.of(pounds(amount));
    }

    private static ReversePayment reverse(Optional<Money> amount, Caller caller) {
        return new ReversePayment(ID, REVERSAL, amount, WHY, caller);
    }

    private static ReversePayment again(Optional<Money> amount) {
        return new ReversePayment(ID, PaymentId.next(), amount, WHY, TELLER);
    }
}
