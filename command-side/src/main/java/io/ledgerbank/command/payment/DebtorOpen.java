package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** A closed account pays nothing any more, whoever takes it. */
final class DebtorOpen {

    private DebtorOpen() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.debtor()
                .filter(debtor -> debtor.status() == AccountStatus.CLOSED)
                .map(closed -> Rejection.of(Reason.ACCOUNT_INACTIVE, "The debtor account is closed"));
    }
}
