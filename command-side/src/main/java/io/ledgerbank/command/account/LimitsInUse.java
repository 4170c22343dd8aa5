package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import java.util.Optional;
import java.util.stream.Stream;

/** Limits are in the account's currency and not negative, and an overdraft covers what is drawn already. */
final class LimitsInUse {

    private LimitsInUse() {}

    static Optional<Rejection> check(AccountFacts account, AccountLimits limits, Money overdraftLimit) {
        return currencies(account, limits, overdraftLimit)
                .or(() -> signs(limits, overdraftLimit))
                .or(() -> overdraft(account, overdraftLimit));
    }

    private static Optional<Rejection> currencies(AccountFacts account, AccountLimits limits, Money overdraftLimit) {
        return all(limits, overdraftLimit)
                .filter(limit -> !limit.currency().equals(account.currency()))
                .findFirst()
                .map(limit ->
                        Rejection.of(Reason.CURRENCY_MISMATCH, "The account's limits are in " + account.currency()));
    }

    private static Optional<Rejection> signs(AccountLimits limits, Money overdraftLimit) {
        return all(limits, overdraftLimit)
                .filter(limit -> limit.minorUnits() < 0)
                .findFirst()
                .map(limit -> Rejection.of(Reason.NEGATIVE_AMOUNT, "A limit is not negative"));
    }

    private static Optional<Rejection> overdraft(AccountFacts account, Money overdraftLimit) {
        Money left = account.posted().minus(account.held()).plus(overdraftLimit);
        if (left.minorUnits() >= 0 || !account.overdraftLimit().isGreaterThan(overdraftLimit)) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(Reason.NEGATIVE_BALANCE, "More of the overdraft is in use already"));
    }

    private static Stream<Money> all(AccountLimits limits, Money overdraftLimit) {
        return Stream.of(limits.singleLimit(), limits.dailyLimit(), limits.monthlyLimit(), overdraftLimit);
    }
}
