package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** Every account that the order names exists. */
final class KnownAccounts {

    private KnownAccounts() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.order().debtor().isPresent() && facts.debtor().isEmpty()) {
            return unknown("debtor");
        }
        if (facts.order().creditorAccount().isPresent() && facts.creditor().isEmpty()) {
            return unknown("creditor");
        }
        return Optional.empty();
    }

    static Optional<Rejection> unknown(String party) {
        return Optional.of(Rejection.of(Reason.ACCOUNT_NOT_FOUND, "There is no such %s account".formatted(party)));
    }
}
