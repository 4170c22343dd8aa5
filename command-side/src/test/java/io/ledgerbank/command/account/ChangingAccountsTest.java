package io.ledgerbank.command.account;

import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.NOBODYS;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.TODAY;
import static io.ledgerbank.command.testing.People.pounds;
import static io.ledgerbank.command.testing.TestBank.external;
import static io.ledgerbank.command.testing.TestBank.transfer;
import static io.ledgerbank.command.testing.TestBank.withdrawal;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.ChangeLimits;
import io.ledgerbank.api.account.CloseAccount;
import io.ledgerbank.api.account.FreezeAccount;
import io.ledgerbank.api.account.RenameAccount;
import io.ledgerbank.api.account.UnfreezeAccount;
import io.ledgerbank.api.approval.Decision;
import io.ledgerbank.api.approval.GrantApproval;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.ApprovalId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.time.Duration;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.junit.jupiter.api.Test;

@CommandSideTest
class ChangingAccountsTest {

    private static final String WHY = "As agreed";

    private final TestBank bank;
    private final CommandGateway commands;
    private final AggregateCache cache;

    ChangingAccountsTest(TestBank bank, CommandGateway commands, AggregateCache cache) {
        this.bank = bank;
        this.commands = commands;
        this.cache = cache;
    }

    @Test
    void a_renamed_account_answers_with_its_new_name() {
        AccountDetails opened = bank.open(ALICE);

        AccountDetails renamed = commands.sendAndWait(new RenameAccount(opened.id(), "Rainy days", ALICE));

        assertThat(renamed.name()).isEqualTo("Rainy days");
        assertThat(renamed.createdAt()).isEqualTo(opened.createdAt());
        assertThat(refusal(new RenameAccount(opened.id(), "\n", ALICE))).contains(Reason.INVALID_ACCOUNT_NAME_FORMAT);
        assertThat(refusal(new RenameAccount(NOBODYS, "Anything", ALICE))).contains(Reason.ACCOUNT_NOT_FOUND);
    }

    @Test
    void a_frozen_account_pays_nothing_new_but_receives_and_settles() {
        AccountId account = bank.openWith(ALICE, pounds("100.00"));
        PaymentId settles = bank.pay(ALICE, external(account, pounds("10.00"))).id();
        PaymentId fails = bank.pay(ALICE, external(account, pounds("20.00"))).id();
        start(settles);
        start(fails);
        freeze(account);

        assertThat(bank.tryToPay(ALICE, transfer(account, bank.open(BOB).id(), pounds("1.00"))))
                .contains(Reason.ACCOUNT_FROZEN);
        assertThat(bank.tryToPay(ALICE, external(account, pounds("1.00")))).contains(Reason.ACCOUNT_FROZEN);
        assertThat(bank.tryToPay(TELLER, withdrawal(account, pounds("1.00")))).contains(Reason.ACCOUNT_FROZEN);
        AccountId bobs = bank.openWith(BOB, pounds("5.00"));
        assertThat(bank.tryToPay(BOB, transfer(bobs, account, pounds("5.00")))).isEmpty();
        commands.sendAndWait(new RecordOutcome(settles, 1, new Outcome.Executed("REF", TODAY)));
        commands.sendAndWait(
                new RecordOutcome(fails, 1, new Outcome.NotExecuted(Reason.CREDITOR_ACCOUNT_CLOSED, Optional.empty())));

        assertThat(bank.posted(account)).isEqualTo(9500);
    }

    @Test
    void an_account_is_unfrozen_when_a_second_person_agrees() {
        AccountId account = bank.openWith(ALICE, pounds("10.00"));
        freeze(account);
        ApprovalId asked = proposed(new UnfreezeAccount(account, WHY, TELLER));

        assertThat(bank.tryToPay(TELLER, withdrawal(account, pounds("1.00")))).contains(Reason.ACCOUNT_FROZEN);
        assertThat(refusal(new GrantApproval(asked, TELLER))).contains(Reason.SELF_APPROVAL);
        commands.sendAndWait(new GrantApproval(asked, ADMIN));

        assertThat(bank.tryToPay(TELLER, withdrawal(account, pounds("1.00")))).isEmpty();
        assertThat(refusal(new UnfreezeAccount(account, WHY, TELLER))).contains(Reason.ALREADY_PROCESSED);
    }

    @Test
    void what_was_asked_for_is_refused_when_the_account_was_closed_meanwhile() {
        AccountId account = bank.open(ALICE).id();
        freeze(account);
        ApprovalId asked = proposed(new UnfreezeAccount(account, WHY, TELLER));
        commands.sendAndWait(new CloseAccount(account, WHY, TELLER));

        assertThat(refusal(new GrantApproval(asked, ADMIN))).contains(Reason.ACCOUNT_INACTIVE);
    }

    @Test
    void a_closed_account_neither_pays_nor_receives() {
        AccountId account = bank.open(ALICE).id();
        AccountDetails closed = commands.sendAndWait(new CloseAccount(account, WHY, ALICE));

        assertThat(closed.status()).isEqualTo(AccountStatus.CLOSED);
        assertThat(bank.tryToPay(ALICE, external(account, pounds("1.00")))).contains(Reason.ACCOUNT_INACTIVE);
        AccountId bobs = bank.openWith(BOB, pounds("5.00"));
        assertThat(bank.tryToPay(BOB, transfer(bobs, account, pounds("5.00")))).contains(Reason.ACCOUNT_INACTIVE);
    }

    @Test
    void an_explanation_is_printable() {
        AccountId account = bank.open(ALICE).id();

        assertThat(refusal(new FreezeAccount(account, "line\nbreak", TELLER))).contains(Reason.INVALID_EXPLANATION);
        assertThat(refusal(new CloseAccount(account, "x".repeat(256), ALICE))).contains(Reason.INVALID_EXPLANATION);
        assertThat(refusal(new CloseAccount(account, " ", ALICE))).contains(Reason.INVALID_EXPLANATION);
    }

    @Test
    void lower_limits_act_at_once() {
        AccountId account = bank.openWith(ALICE, pounds("100.00"));
        AccountDetails changed = done(limits(account, "5.00", "8.00", "9.00", "0.00"));

        assertThat(changed.limits().dailyLimit()).isEqualTo(pounds("8.00"));
        assertThat(bank.tryToPay(ALICE, external(account, pounds("5.01")))).contains(Reason.AMOUNT_EXCEEDS_LIMIT);
        assertThat(bank.tryToPay(ALICE, external(account, pounds("5.00")))).isEmpty();
        assertThat(bank.tryToPay(ALICE, external(account, pounds("3.01")))).contains(Reason.DAILY_LIMIT_EXCEEDED);
    }

    @Test
    void an_overdraft_is_granted_by_two_and_outlives_a_reload() {
        AccountId account = bank.open(ALICE).id();
        ApprovalId asked = proposed(limits(account, "10000.00", "1000.00", "20000.00", "50.00"));
        assertThat(bank.tryToPay(ALICE, external(account, pounds("1.00")))).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(refusal(new GrantApproval(asked, TELLER))).contains(Reason.INSUFFICIENT_PERMISSIONS);

        commands.sendAndWait(new GrantApproval(asked, other(ADMIN)));
        cache.removeAll();

        assertThat(bank.tryToPay(ALICE, external(account, pounds("50.01")))).contains(Reason.INSUFFICIENT_FUNDS);
        assertThat(bank.tryToPay(ALICE, external(account, pounds("50.00")))).isEmpty();
        assertThat(refusal(limits(account, "1.00", "1.00", "1.00", "49.99"))).contains(Reason.NEGATIVE_BALANCE);
    }

    @Test
    void an_old_request_to_raise_limits_does_not_undo_what_has_been_lowered_since() {
        AccountId account = bank.open(ALICE).id();
        ApprovalId asked = proposed(limits(account, "10000.00", "1000.00", "20000.00", "50.00"));
        done(limits(account, "100.00", "100.00", "100.00", "0.00"));

        assertThat(refusal(new GrantApproval(asked, other(ADMIN)))).contains(Reason.LIMITS_MOVED_ON);

        ApprovalId askedAgain = proposed(limits(account, "10000.00", "1000.00", "20000.00", "50.00"));
        assertThat(refusal(new GrantApproval(askedAgain, other(ADMIN)))).isEmpty();
    }

    private void freeze(AccountId account) {
        AccountDetails frozen = commands.sendAndWait(new FreezeAccount(account, WHY, TELLER));
        assertThat(frozen.status()).isEqualTo(AccountStatus.FROZEN);
    }

    private void start(PaymentId payment) {
        commands.sendAndWait(new StartAttempt(payment, 1, Duration.ofSeconds(5)));
    }

    private ApprovalId proposed(Object command) {
        Decision<AccountDetails> decision = commands.sendAndWait(command);
        return ((Decision.Proposed<AccountDetails>) decision).approval().id();
    }

    private AccountDetails done(Object command) {
        Decision<AccountDetails> decision = commands.sendAndWait(command);
        return ((Decision.Done<AccountDetails>) decision).result();
    }

    private Optional<Reason> refusal(Object command) {
        try {
            commands.sendAndWait(command);
            return Optional.empty();
        } catch (RejectedException rejected) {
            return Optional.of(rejected.reason());
        }
    }

    private static ChangeLimits limits(
            AccountId account, String single, String daily, String monthly, String overdraft) {
        Money singleLimit = pounds(single);
        return new ChangeLimits(
                account, new AccountLimits(singleLimit, pounds(daily), pounds(monthly)), pounds(overdraft), WHY, ADMIN);
    }

    private static Caller other(Caller caller) {
        return new Caller(UserId.next(), caller.role());
    }
}
