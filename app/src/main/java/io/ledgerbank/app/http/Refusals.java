package io.ledgerbank.app.http;

import io.ledgerbank.api.error.Reason;
import jakarta.servlet.http.HttpServletRequest;

/** Is told of every request that is answered with a problem. Never fails. */
@FunctionalInterface
public interface Refusals {

    void refused(HttpServletRequest request, Reason reason);
}
