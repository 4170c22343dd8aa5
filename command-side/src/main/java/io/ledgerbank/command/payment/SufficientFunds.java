package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** A payment takes no more from an account than is available on it. */
final class SufficientFunds {

    private SufficientFunds() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.debtor()
                .filter(debtor -> facts.order().amount().isGreaterThan(debtor.available()))
                .map(debtor ->
                        Rejection.of(Reason.INSUFFICIENT_FUNDS, "The available balance is smaller than the amount"));
    }
}
