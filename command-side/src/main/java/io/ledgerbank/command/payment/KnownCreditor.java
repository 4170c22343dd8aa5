package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** The account of ours that the order credits exists; asked of nobody but the debtor's owner. */
final class KnownCreditor {

    private KnownCreditor() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.order().creditorAccount().isPresent() && facts.creditor().isEmpty()) {
            return Optional.of(Rejection.of(Reason.ACCOUNT_NOT_FOUND, "There is no such creditor account"));
        }
        return Optional.empty();
    }
}
