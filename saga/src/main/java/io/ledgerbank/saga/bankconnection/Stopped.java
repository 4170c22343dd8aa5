package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.error.Reason;
import java.time.Duration;

/** Reading a bank ends before its end. What was read until then is kept. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient SyncResult why;

    private Stopped(SyncResult why) {
        super(why.toString(), null, false, false);
        this.why = why;
    }

    static Stopped because(Reason reason) {
        return new Stopped(
                reason == Reason.BANK_ACCESS_REVOKED
                        ? new SyncResult.AccessLost(reason)
                        : new SyncResult.Failed(reason));
    }

    /** The bank, or what guards it, asks for a pause. */
    static Stopped toWait(Duration pause) {
        return new Stopped(new SyncResult.Postponed(pause));
    }

    SyncResult why() {
        return why;
    }
}
