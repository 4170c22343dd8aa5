package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.error.Reason;
import java.time.Duration;

/** How reading a connection ended. */
sealed interface SyncResult {

    record Done() implements SyncResult {}

    /** Nothing is wrong, and it goes on after a while. */
    record Postponed(Duration pause) implements SyncResult {}

    record Failed(Reason reason) implements SyncResult {}

    /** The bank does not let us in any more. */
    record AccessLost(Reason reason) implements SyncResult {}
}
