package io.ledgerbank.command.model;

import static io.ledgerbank.command.model.ReferenceRules.isText;
import static io.ledgerbank.command.model.ReferenceRules.refuse;

import io.ledgerbank.api.account.AccountChange;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.ChangeLimits;
import io.ledgerbank.api.account.CloseAccount;
import io.ledgerbank.api.account.FreezeAccount;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.OpenAccount;
import io.ledgerbank.api.account.RenameAccount;
import io.ledgerbank.api.account.UnfreezeAccount;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.Caller;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What becomes of accounts in the reference bank, but for their money. */
final class ReferenceAccounts {

    /** What waits for a second administrator, and what the account was allowed when it was asked for. */
    record Raise(ChangeLimits change, List<Long> instead) {}

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EXPLANATION = 255;

    private final Books books;
    private final Function<AccountId, Iban> ibans;

    ReferenceAccounts(Books books, Function<AccountId, Iban> ibans) {
        this.books = books;
        this.ibans = ibans;
    }

    void open(OpenAccount command) {
        refuse(books.suspended.contains(command.caller().userId()), Reason.ACCOUNT_SUSPENDED);
        refuse(!isText(command.name(), LONGEST_NAME), Reason.INVALID_ACCOUNT_NAME_FORMAT);
        books.accounts.put(command.accountId(), new ReferenceAccount(command, ibans.apply(command.accountId())));
    }

    void rename(RenameAccount command) {
        refuse(!isText(command.name(), LONGEST_NAME), Reason.INVALID_ACCOUNT_NAME_FORMAT);
        ReferenceAccount account = visible(command);
        refuse(!command.caller().owns(account.owner()), Reason.INSUFFICIENT_PERMISSIONS);
        account.requireOpen();
        account.name = command.name();
    }

    void freeze(FreezeAccount command) {
        requireExplained(command.reason());
        ReferenceAccount account = visible(command);
        refuse(!command.caller().isStaff(), Reason.INSUFFICIENT_PERMISSIONS);
        account.requireOpen();
        refuse(account.status == AccountStatus.FROZEN, Reason.ALREADY_PROCESSED);
        account.status = AccountStatus.FROZEN;
    }

    void proposeUnfreezing(UnfreezeAccount command) {
        requireExplained(command.reason());
        requireFrozen(command);
    }

    void unfreeze(UnfreezeAccount command, Caller second) {
        requireFrozen(new UnfreezeAccount(command.accountId(), command.reason(), second)).status = AccountStatus.ACTIVE;
    }

    void close(CloseAccount command) {
        requireExplained(command.reason());
        ReferenceAccount account = visible(command);
        account.requireOpen();
        refuse(account.status == AccountStatus.FROZEN && !command.caller().isStaff(), Reason.ACCOUNT_FROZEN);
        refuse(!account.holds.isEmpty(), Reason.ACCOUNT_HAS_HOLDS);
        refuse(account.posted != 0, Reason.ACCOUNT_NOT_EMPTY);
        account.status = AccountStatus.CLOSED;
    }

    /** What it takes a second person for. */
    Optional<Raise> changeLimits(ChangeLimits command) {
        requireExplained(command.reason());
        ReferenceAccount account = requireChangeable(command);
        boolean second = isRaised(command.limits().singleLimit(), account.singleLimit, account.usualSingleLimit())
                || isRaised(command.limits().dailyLimit(), account.dailyLimit, account.usualDailyLimit())
                || isRaised(command.limits().monthlyLimit(), account.monthlyLimit, account.usualMonthlyLimit())
                || isRaised(command.overdraftLimit(), account.overdraftLimit, 0);
        if (second) {
            return Optional.of(new Raise(command, account.allowed()));
        }
        change(account, command);
        return Optional.empty();
    }

    void raise(Raise raise, Caller second) {
        ChangeLimits command = raise.change();
        ChangeLimits agreed = new ChangeLimits(
                command.accountId(), command.limits(), command.overdraftLimit(), command.reason(), second);
        ReferenceAccount account = requireChangeable(agreed);
        refuse(!account.allowed().equals(raise.instead()), Reason.LIMITS_MOVED_ON);
        change(account, agreed);
    }

    private ReferenceAccount requireChangeable(ChangeLimits command) {
        ReferenceAccount account = visible(command);
        refuse(!command.caller().isAdmin(), Reason.INSUFFICIENT_PERMISSIONS);
        account.requireOpen();
        Stream<Money> all = Stream.of(
                command.limits().singleLimit(),
                command.limits().dailyLimit(),
                command.limits().monthlyLimit(),
                command.overdraftLimit());
        all.forEach(limit -> {
            refuse(!limit.currency().equals(account.opening.currency()), Reason.CURRENCY_MISMATCH);
            refuse(limit.minorUnits() < 0, Reason.NEGATIVE_AMOUNT);
        });
        long overdraft = command.overdraftLimit().minorUnits();
        boolean drawn = account.posted - account.held() < -overdraft;
        refuse(drawn && overdraft < account.overdraftLimit, Reason.NEGATIVE_BALANCE);
        return account;
    }

    private static boolean isRaised(Money wanted, long present, long usual) {
        return wanted.minorUnits() > present && wanted.minorUnits() > usual;
    }

    private static void change(ReferenceAccount account, ChangeLimits command) {
        account.singleLimit = command.limits().singleLimit().minorUnits();
        account.dailyLimit = command.limits().dailyLimit().minorUnits();
        account.monthlyLimit = command.limits().monthlyLimit().minorUnits();
        account.overdraftLimit = command.overdraftLimit().minorUnits();
    }

    private ReferenceAccount requireFrozen(UnfreezeAccount command) {
        ReferenceAccount account = visible(command);
        refuse(!command.caller().isStaff(), Reason.INSUFFICIENT_PERMISSIONS);
        account.requireOpen();
        refuse(account.status != AccountStatus.FROZEN, Reason.ALREADY_PROCESSED);
        return account;
    }

    private ReferenceAccount visible(AccountChange change) {
        return books.account(change.accountId())
                .filter(account -> change.caller().isStaff() || change.caller().owns(account.owner()))
                .orElseThrow(() -> new RejectedException(Reason.ACCOUNT_NOT_FOUND, "by the reference"));
    }

    static void requireExplained(String reason) {
        refuse(!isText(reason, LONGEST_EXPLANATION), Reason.INVALID_EXPLANATION);
    }
}
