package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.payment.PaymentType;
import java.util.Optional;

/**
 * Nobody pays from another's account, whatever their role; someone else's account looks as if it did not exist. Cash
 * handed out over the counter is another matter: see {@link CashThroughStaff}.
 */
final class OwnAccountOnly {

    private OwnAccountOnly() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.order().type() == PaymentType.WITHDRAWAL) {
            return Optional.empty();
        }
        return facts.debtor()
                .filter(debtor -> !facts.caller().owns(debtor.ownerId()))
                .flatMap(debtor -> KnownDebtor.unknown());
    }
}
