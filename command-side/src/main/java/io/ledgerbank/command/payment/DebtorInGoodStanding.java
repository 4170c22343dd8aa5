package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.account.AccountFacts;
import java.util.Optional;

/** Nothing is taken from a frozen or closed account. */
final class DebtorInGoodStanding {

    private DebtorInGoodStanding() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.debtor().flatMap(DebtorInGoodStanding::check);
    }

    private static Optional<Rejection> check(AccountFacts debtor) {
        return switch (debtor.status()) {
            case ACTIVE -> Optional.empty();
            case FROZEN -> Optional.of(Rejection.of(Reason.ACCOUNT_FROZEN, "The debtor account is frozen"));
            case CLOSED -> Optional.of(Rejection.of(Reason.ACCOUNT_INACTIVE, "The debtor account is closed"));
        };
    }
}
