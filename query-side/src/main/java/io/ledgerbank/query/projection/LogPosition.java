package io.ledgerbank.query.projection;

import org.axonframework.eventhandling.TrackingToken;

/** Reads the place in the whole log that a token stands for; the one spot that knows how the log counts. */
public interface LogPosition {

    /** The place before the first event. */
    long NONE = 0;

    static long of(TrackingToken token) {
        return token.position()
                .orElseThrow(() -> new IllegalStateException("A token of the log has no position: " + token));
    }
}
