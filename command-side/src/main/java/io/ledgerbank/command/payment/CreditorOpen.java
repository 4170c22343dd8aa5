package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** A closed account receives nothing; a frozen one does. */
final class CreditorOpen {

    private CreditorOpen() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.creditor()
                .filter(creditor -> creditor.status() == AccountStatus.CLOSED)
                .map(creditor -> Rejection.of(Reason.ACCOUNT_INACTIVE, "The creditor account is closed"));
    }
}
