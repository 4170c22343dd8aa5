package io.ledgerbank.app.dashboard.access;

import io.ledgerbank.api.user.Caller;

/** Who looks at the dashboard. */
public record Operator(Caller caller, String name, String email) {

    /** Whether they may act, too. */
    public boolean isAdmin() {
        return caller.isAdmin();
    }
}
