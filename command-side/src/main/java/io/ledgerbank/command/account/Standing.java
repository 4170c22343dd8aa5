package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** What an account's status allows. Closed is for good; a freeze is lifted by staff alone, closing the account included. */
final class Standing {

    private Standing() {}

    static Optional<Rejection> open(ChangeFacts facts) {
        return isClosed(facts) ? refusal(Reason.ACCOUNT_INACTIVE, "The account is closed") : Optional.empty();
    }

    static Optional<Rejection> notFrozen(ChangeFacts facts) {
        return isFrozen(facts) ? refusal(Reason.ALREADY_PROCESSED, "The account is frozen already") : Optional.empty();
    }

    static Optional<Rejection> frozen(ChangeFacts facts) {
        return isFrozen(facts) ? Optional.empty() : refusal(Reason.ALREADY_PROCESSED, "The account is not frozen");
    }

    static Optional<Rejection> thawedUnlessByStaff(ChangeFacts facts) {
        return isFrozen(facts) && !facts.caller().isStaff()
                ? refusal(Reason.ACCOUNT_FROZEN, "The account is frozen")
                : Optional.empty();
    }

    private static boolean isFrozen(ChangeFacts facts) {
        return facts.account().status() == AccountStatus.FROZEN;
    }

    private static boolean isClosed(ChangeFacts facts) {
        return facts.account().status() == AccountStatus.CLOSED;
    }

    private static Optional<Rejection> refusal(Reason reason, String detail) {
        return Optional.of(Rejection.of(reason, detail));
    }
}
