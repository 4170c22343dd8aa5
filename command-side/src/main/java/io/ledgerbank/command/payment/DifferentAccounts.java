package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** A transfer goes from one account to another. */
final class DifferentAccounts {

    private DifferentAccounts() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.order().debtor().isEmpty()
                || !facts.order().debtor().equals(facts.order().creditorAccount())) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(Reason.SAME_ACCOUNT, "Debtor and creditor are the same account"));
    }
}
