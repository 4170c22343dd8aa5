package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.error.Reason;
import java.util.Optional;

/**
 * Where a link to a bank stands: a fold of its events, the same for whoever decides, shows or drives it.
 *
 * @param reason why it is not well, if it is not
 */
public record BankConnectionProgress(
        BankConnectionRequested requested, BankConnectionStatus status, Optional<Reason> reason) {

    public static BankConnectionProgress of(BankConnectionRequested requested) {
        return new BankConnectionProgress(requested, BankConnectionStatus.PENDING, Optional.empty());
    }

    /** After one more event of the same link. */
    public BankConnectionProgress after(BankConnectionEvent event) {
        return switch (event) {
            case BankConnectionRequested again -> of(again);
            case BankConnectionEstablished established -> at(BankConnectionStatus.ACTIVE, Optional.empty());
            case BankConnectionFailed failed -> at(BankConnectionStatus.ERROR, Optional.of(failed.reason()));
            case BankConnectionRecovered recovered -> at(BankConnectionStatus.ACTIVE, Optional.empty());
            case BankConnectionExpired expired -> at(BankConnectionStatus.EXPIRED, Optional.of(expired.reason()));
            case BankConnectionRemoved removed -> at(BankConnectionStatus.REMOVED, Optional.empty());
        };
    }

    private BankConnectionProgress at(BankConnectionStatus now, Optional<Reason> why) {
        return new BankConnectionProgress(requested, now, why);
    }
}
