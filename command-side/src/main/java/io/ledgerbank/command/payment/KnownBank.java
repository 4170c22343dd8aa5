package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** An external payment goes to a bank that this one deals with. */
final class KnownBank {

    private KnownBank() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.order().externalCreditor().isEmpty() || facts.bank().isPresent()) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(Reason.BANK_NOT_FOUND, "There is no bank of this code"));
    }
}
