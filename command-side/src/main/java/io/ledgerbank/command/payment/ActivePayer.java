package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.UserStatus;
import java.util.Optional;

/**
 * Who ordered a payment for later may still pay when its day has come. While somebody is suspended, what they have scheduled
 * and the runs of their standing orders fail.
 */
final class ActivePayer {

    private ActivePayer() {}

    /** @param payer of somebody whom nobody knows any more, nothing: they have no open account to pay from */
    static Optional<Rejection> check(Optional<UserStatus> payer) {
        return payer.filter(status -> status != UserStatus.ACTIVE)
                .map(status -> Rejection.of(Reason.ACCOUNT_SUSPENDED, "Who ordered the payment may not pay any more"));
    }
}
