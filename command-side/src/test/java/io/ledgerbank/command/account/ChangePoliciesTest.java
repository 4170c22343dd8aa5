package io.ledgerbank.command.account;

import static io.ledgerbank.api.error.Reason.ACCOUNT_FROZEN;
import static io.ledgerbank.api.error.Reason.ACCOUNT_HAS_HOLDS;
import static io.ledgerbank.api.error.Reason.ACCOUNT_INACTIVE;
import static io.ledgerbank.api.error.Reason.ACCOUNT_NOT_EMPTY;
import static io.ledgerbank.api.error.Reason.ACCOUNT_NOT_FOUND;
import static io.ledgerbank.api.error.Reason.ALREADY_PROCESSED;
import static io.ledgerbank.api.error.Reason.INSUFFICIENT_PERMISSIONS;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.ALICES;
import static io.ledgerbank.command.testing.People.ALICES_IBAN;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.GBP;
import static io.ledgerbank.command.testing.People.TELLER;
import static io.ledgerbank.command.testing.People.euros;
import static io.ledgerbank.command.testing.People.limits;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountType;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.Caller;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangePoliciesTest {

    private static final AccountFacts ACTIVE = account(AccountStatus.ACTIVE, "0.00", "0.00", "0.00");
    private static final AccountFacts FROZEN = account(AccountStatus.FROZEN, "0.00", "0.00", "0.00");
    private static final AccountFacts CLOSED = account(AccountStatus.CLOSED, "0.00", "0.00", "0.00");
    private static final AccountLimits PRESENT = limits(GBP);
    private static final Money NO_OVERDRAFT = pounds("0.00");

    @Test
    void only_its_owner_renames_an_account_and_nobody_a_closed_one() {
        assertThat(refusal(ChangePolicies.RENAMING, ALICE, ACTIVE)).isEmpty();
        assertThat(refusal(ChangePolicies.RENAMING, ALICE, FROZEN)).isEmpty();
        assertThat(refusal(ChangePolicies.RENAMING, ALICE, CLOSED)).contains(ACCOUNT_INACTIVE);
        assertThat(refusal(ChangePolicies.RENAMING, BOB, ACTIVE)).contains(ACCOUNT_NOT_FOUND);
        assertThat(refusal(ChangePolicies.RENAMING, TELLER, ACTIVE)).contains(INSUFFICIENT_PERMISSIONS);
        assertThat(refusal(ChangePolicies.RENAMING, ADMIN, ACTIVE)).contains(INSUFFICIENT_PERMISSIONS);
    }

    @Test
    void staff_freeze_an_account_that_is_active() {
        assertThat(refusal(ChangePolicies.FREEZING, TELLER, ACTIVE)).isEmpty();
        assertThat(refusal(ChangePolicies.FREEZING, ADMIN, ACTIVE)).isEmpty();
        assertThat(refusal(ChangePolicies.FREEZING, TELLER, FROZEN)).contains(ALREADY_PROCESSED);
        assertThat(refusal(ChangePolicies.FREEZING, TELLER, CLOSED)).contains(ACCOUNT_INACTIVE);
        assertThat(refusal(ChangePolicies.FREEZING, ALICE, ACTIVE)).contains(INSUFFICIENT_PERMISSIONS);
        assertThat(refusal(ChangePolicies.FREEZING, BOB, ACTIVE)).contains(ACCOUNT_NOT_FOUND);
    }

    @Test
    void staff_unfreeze_an_account_that_is_frozen() {
        assertThat(refusal(ChangePolicies.UNFREEZING, TELLER, FROZEN)).isEmpty();
        assertThat(refusal(ChangePolicies.UNFREEZING, TELLER, ACTIVE)).contains(ALREADY_PROCESSED);
        assertThat(refusal(ChangePolicies.UNFREEZING, TELLER, CLOSED)).contains(ACCOUNT_INACTIVE);
        assertThat(refusal(ChangePolicies.UNFREEZING, ALICE, FROZEN)).contains(INSUFFICIENT_PERMISSIONS);
        assertThat(refusal(ChangePolicies.UNFREEZING, BOB, FROZEN)).contains(ACCOUNT_NOT_FOUND);
    }

    @Test
    void an_empty_account_is_closed_by_its_owner_or_by_staff() {
        assertThat(refusal(ChangePolicies.CLOSING, ALICE, ACTIVE)).isEmpty();
        assertThat(refusal(ChangePolicies.CLOSING, TELLER, ACTIVE)).isEmpty();
        assertThat(refusal(ChangePolicies.CLOSING, BOB, ACTIVE)).contains(ACCOUNT_NOT_FOUND);
        assertThat(refusal(ChangePolicies.CLOSING, ALICE, CLOSED)).contains(ACCOUNT_INACTIVE);
    }

    @Test
    void a_frozen_account_is_closed_by_staff_alone() {
        assertThat(refusal(ChangePolicies.CLOSING, ALICE, FROZEN)).contains(ACCOUNT_FROZEN);
        assertThat(refusal(ChangePolicies.CLOSING, TELLER, FROZEN)).isEmpty();
    }

    @Test
    void an_account_with_money_debts_or_holds_is_not_closed() {
        assertThat(refusal(ChangePolicies.CLOSING, ALICE, account(AccountStatus.ACTIVE, "0.01", "0.00", "0.00")))
                .contains(ACCOUNT_NOT_EMPTY);
        assertThat(refusal(ChangePolicies.CLOSING, ALICE, account(AccountStatus.ACTIVE, "-0.01", "0.00", "1.00")))
                .contains(ACCOUNT_NOT_EMPTY);
        assertThat(refusal(ChangePolicies.CLOSING, TELLER, account(AccountStatus.ACTIVE, "0.00", "0.01", "1.00")))
                .contains(ACCOUNT_HAS_HOLDS);
    }

    @Test
    void administrators_change_the_limits_of_accounts_that_are_not_closed() {
        assertThat(refusal(ChangePolicies.CHANGING_LIMITS, ADMIN, ACTIVE)).isEmpty();
        assertThat(refusal(ChangePolicies.CHANGING_LIMITS, ADMIN, FROZEN)).isEmpty();
        assertThat(refusal(ChangePolicies.CHANGING_LIMITS, ADMIN, CLOSED)).contains(ACCOUNT_INACTIVE);
        assertThat(refusal(ChangePolicies.CHANGING_LIMITS, TELLER, ACTIVE)).contains(INSUFFICIENT_PERMISSIONS);
        assertThat(refusal(ChangePolicies.CHANGING_LIMITS, ALICE, ACTIVE)).contains(INSUFFICIENT_PERMISSIONS);
        assertThat(refusal(ChangePolicies.CHANGING_LIMITS, BOB, ACTIVE)).contains(ACCOUNT_NOT_FOUND);
    }

    @Test
    void limits_are_in_the_accounts_currency_and_not_negative() {
        assertThat(LimitsInUse.check(ACTIVE, PRESENT, NO_OVERDRAFT)).isEmpty();
        assertThat(reason(LimitsInUse.check(ACTIVE, PRESENT, euros("0.00")))).contains(Reason.CURRENCY_MISMATCH);
        assertThat(reason(LimitsInUse.check(ACTIVE, PRESENT, pounds("-0.01")))).contains(Reason.NEGATIVE_AMOUNT);
        assertThat(reason(LimitsInUse.check(ACTIVE, single("-1.00"), NO_OVERDRAFT)))
                .contains(Reason.NEGATIVE_AMOUNT);
    }

    @Test
    void an_overdraft_is_not_lowered_below_what_is_drawn() {
        AccountFacts drawn = account(AccountStatus.ACTIVE, "-50.00", "10.00", "100.00");

        assertThat(reason(LimitsInUse.check(drawn, PRESENT, pounds("59.99")))).contains(Reason.NEGATIVE_BALANCE);
        assertThat(LimitsInUse.check(drawn, PRESENT, pounds("60.00"))).isEmpty();
    }

    @Test
    void who_owes_more_than_the_overdraft_may_still_have_other_limits_changed() {
        AccountFacts overdrawn = account(AccountStatus.ACTIVE, "-50.00", "0.00", "10.00");

        assertThat(LimitsInUse.check(overdrawn, PRESENT, pounds("10.00"))).isEmpty();
        assertThat(LimitsInUse.check(overdrawn, PRESENT, pounds("20.00"))).isEmpty();
        assertThat(reason(LimitsInUse.check(overdrawn, PRESENT, pounds("9.00"))))
                .contains(Reason.NEGATIVE_BALANCE);
    }

    @Test
    void raising_a_limit_beyond_what_is_usual_takes_two() {
        AccountLimits usual = new AccountLimits(pounds("20000.00"), pounds("1000.00"), pounds("20000.00"));

        assertThat(takesTwo(usual, PRESENT, "0.00")).isFalse();
        assertThat(takesTwo(usual, single("1.00"), "0.00")).isFalse();
        assertThat(takesTwo(usual, single("20000.00"), "0.00")).isFalse();
        assertThat(takesTwo(usual, single("20000.01"), "0.00")).isTrue();
        assertThat(takesTwo(usual, daily("50000.00"), "0.00")).isFalse();
        assertThat(takesTwo(usual, daily("100000.01"), "0.00")).isTrue();
        assertThat(takesTwo(usual, monthly("1000000.01"), "0.00")).isTrue();
        assertThat(takesTwo(usual, PRESENT, "0.01")).isTrue();
    }

    private static boolean takesTwo(AccountLimits usual, AccountLimits wanted, String overdraft) {
        return RaisingLimits.needsSecondPerson(ACTIVE, usual, wanted, pounds(overdraft));
    }

    private static AccountLimits single(String amount) {
        return new AccountLimits(pounds(amount), PRESENT.dailyLimit(), PRESENT.monthlyLimit());
    }

    private static AccountLimits daily(String amount) {
        return new AccountLimits(PRESENT.singleLimit(), pounds(amount), PRESENT.monthlyLimit());
    }

    private static AccountLimits monthly(String amount) {
        return new AccountLimits(PRESENT.singleLimit(), PRESENT.dailyLimit(), pounds(amount));
    }

    private static Optional<Reason> refusal(List<ChangePolicy> policies, Caller caller, AccountFacts account) {
        try {
            ChangePolicy.require(policies, new ChangeFacts(caller, account));
            return Optional.empty();
        } catch (RejectedException rejected) {
            return Optional.of(rejected.reason());
        }
    }

    private static Optional<Reason> reason(Optional<Rejection> refusal) {
        return refusal.map(Rejection::reason);
    }

    private static AccountFacts account(AccountStatus status, String posted, String held, String overdraft) {
        return new AccountFacts(
                ALICES,
                ALICE.userId(),
                AccountType.CHECKING,
                ALICES_IBAN,
                status,
                limits(GBP),
                pounds(posted),
                pounds(held),
                pounds(overdraft),
                Spending.NONE,
                new RecentOrders());
    }
}
