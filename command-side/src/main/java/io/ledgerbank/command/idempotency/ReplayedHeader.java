package io.ledgerbank.command.idempotency;

import jakarta.servlet.http.HttpServletResponse;

/** Tells a client that its answer is the first one again. */
public final class ReplayedHeader {

    private ReplayedHeader() {}

    /** What a {@link Repeatable} is to tell before it is answered again. */
    public static Runnable on(HttpServletResponse response) {
        return () -> response.setHeader("Idempotency-Replayed", "true");
    }
}
