package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.account.AccountFacts;
import java.util.Optional;

/** All payments of one calendar month take no more from an account than its monthly limit. */
final class MonthlyLimit {

    private MonthlyLimit() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.debtor().filter(debtor -> exceeds(facts, debtor)).map(MonthlyLimit::exceeded);
    }

    private static boolean exceeds(PaymentFacts facts, AccountFacts debtor) {
        Money limit = debtor.limits().monthlyLimit();
        long spent = debtor.spending().inMonthOf(facts.moment().day());
        return facts.order().amount().minorUnits() > limit.minorUnits() - spent;
    }

    private static Rejection exceeded(AccountFacts debtor) {
        return Rejection.of(
                Reason.MONTHLY_LIMIT_EXCEEDED,
                "The account pays at most " + debtor.limits().monthlyLimit() + " in a month");
    }
}
