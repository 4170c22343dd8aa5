package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** The account that the order debits exists. */
final class KnownDebtor {

    private KnownDebtor() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.order().debtor().isPresent() && facts.debtor().isEmpty() ? unknown() : Optional.empty();
    }

    static Optional<Rejection> unknown() {
        return Optional.of(Rejection.of(Reason.ACCOUNT_NOT_FOUND, "There is no such debtor account"));
    }
}
