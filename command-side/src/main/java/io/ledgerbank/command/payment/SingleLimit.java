package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import java.util.Optional;

/** One payment takes no more from an account than its single limit. */
final class SingleLimit {

    private SingleLimit() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.debtor()
                .map(debtor -> debtor.limits().singleLimit())
                .filter(facts.order().amount()::isGreaterThan)
                .map(SingleLimit::exceeded);
    }

    private static Rejection exceeded(Money limit) {
        return Rejection.of(Reason.AMOUNT_EXCEEDS_LIMIT, "The account pays at most " + limit + " at once");
    }
}
