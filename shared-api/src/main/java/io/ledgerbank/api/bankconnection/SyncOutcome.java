package io.ledgerbank.api.bankconnection;

import io.ledgerbank.api.error.Reason;

/** How reading a bank went. */
public sealed interface SyncOutcome {

    record Worked() implements SyncOutcome {}

    /** It may work another time. */
    record Failed(Reason reason) implements SyncOutcome {}

    /** The bank gives no access any more. */
    record AccessLost(Reason reason) implements SyncOutcome {}
}
