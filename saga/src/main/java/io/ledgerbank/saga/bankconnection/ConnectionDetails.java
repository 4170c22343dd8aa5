package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.BankConnectionId;
import java.time.Instant;
import java.util.Optional;

/**
 * A link to a bank as its owner sees it.
 *
 * @param reason why it is not well, if it is not
 * @param syncedAt when it was last read to the end
 */
record ConnectionDetails(
        BankConnectionId id,
        BankCode bankCode,
        BankConnectionStatus status,
        Optional<Reason> reason,
        Instant createdAt,
        Optional<Instant> syncedAt) {

    static ConnectionDetails of(BankConnectionProgress progress, Optional<Instant> syncedAt) {
        return new ConnectionDetails(
                progress.requested().connectionId(),
                progress.requested().bank(),
                progress.status(),
                progress.reason(),
                progress.requested().requestedAt(),
                syncedAt);
    }
}
