package io.ledgerbank.command.account;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import java.util.Optional;

/** Who may change what: somebody else's account does not exist for a customer, and each change is for some roles only. */
final class Access {

    private Access() {}

    static Optional<Rejection> toOwnOrAsStaff(ChangeFacts facts) {
        if (owns(facts) || facts.caller().isStaff()) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(Reason.ACCOUNT_NOT_FOUND, "There is no such account for this caller"));
    }

    static Optional<Rejection> asOwner(ChangeFacts facts) {
        return owns(facts) ? Optional.empty() : forbidden("Only the account's owner may do this");
    }

    static Optional<Rejection> asStaff(ChangeFacts facts) {
        return asStaff(facts.caller());
    }

    static Optional<Rejection> asStaff(Caller caller) {
        return caller.isStaff() ? Optional.empty() : forbidden("Only the bank's staff may do this");
    }

    static Optional<Rejection> asAdmin(ChangeFacts facts) {
        return asAdmin(facts.caller());
    }

    static Optional<Rejection> asAdmin(Caller caller) {
        return caller.isAdmin() ? Optional.empty() : forbidden("Only administrators may do this");
    }

    private static boolean owns(ChangeFacts facts) {
        return facts.caller().owns(facts.account().ownerId());
    }

    private static Optional<Rejection> forbidden(String detail) {
        return Optional.of(Rejection.of(Reason.INSUFFICIENT_PERMISSIONS, detail));
    }
}
