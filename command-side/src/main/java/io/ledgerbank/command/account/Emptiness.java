package io.ledgerbank.command.account;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** An account that is closed has nothing on it and nothing on its way. */
final class Emptiness {

    private Emptiness() {}

    static Optional<Rejection> noHolds(ChangeFacts facts) {
        return facts.account().held().minorUnits() == 0
                ? Optional.empty()
                : Optional.of(Rejection.of(Reason.ACCOUNT_HAS_HOLDS, "Payments of the account are on their way"));
    }

    static Optional<Rejection> noBalance(ChangeFacts facts) {
        return facts.account().posted().minorUnits() == 0
                ? Optional.empty()
                : Optional.of(Rejection.of(Reason.ACCOUNT_NOT_EMPTY, "The account's balance is not zero"));
    }
}
