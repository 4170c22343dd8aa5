package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.command.account.AccountFacts;
import java.util.Optional;

/** All payments of one booking day take no more from an account than its daily limit. */
final class DailyLimit {

    private DailyLimit() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.debtor().filter(debtor -> exceeds(facts, debtor)).map(DailyLimit::exceeded);
    }

    private static boolean exceeds(PaymentFacts facts, AccountFacts debtor) {
        Money limit = debtor.limits().dailyLimit();
        long spent = debtor.spending().on(facts.moment().day());
        return facts.order().amount().minorUnits() > limit.minorUnits() - spent;
    }

    private static Rejection exceeded(AccountFacts debtor) {
        return Rejection.of(
                Reason.DAILY_LIMIT_EXCEEDED,
                "The account pays at most " + debtor.limits().dailyLimit() + " in a day");
    }
}
