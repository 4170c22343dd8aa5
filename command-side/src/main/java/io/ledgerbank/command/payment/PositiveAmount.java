package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import java.util.Optional;

/** A payment moves at least one minor unit. */
final class PositiveAmount {

    private PositiveAmount() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return check(facts.order().amount());
    }

    static Optional<Rejection> check(Money amount) {
        if (amount.isPositive()) {
            return Optional.empty();
        }
        return Optional.of(
                Rejection.of(Reason.AMOUNT_TOO_SMALL, "The smallest amount is " + new Money(1, amount.currency())));
    }
}
