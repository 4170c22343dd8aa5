package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.ApprovalProgress;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;
import java.util.Optional;

/** A request is decided once, in time, and by somebody else than who made it. */
final class SecondPerson {

    private SecondPerson() {}

    static Optional<Rejection> check(ApprovalProgress progress, Caller caller, Instant now) {
        if (caller.owns(progress.requested().requestedBy())) {
            return refusal(Reason.SELF_APPROVAL, "Nobody decides what they have asked for themselves");
        }
        return switch (progress.stateAt(now)) {
            case PENDING -> Optional.empty();
            case EXPIRED ->
                refusal(
                        Reason.APPROVAL_EXPIRED,
                        "The request expired at " + progress.requested().expiresAt());
            case APPROVED -> refusal(Reason.ALREADY_PROCESSED, "The request was approved already");
            case REJECTED -> refusal(Reason.ALREADY_PROCESSED, "The request was rejected already");
        };
    }

    private static Optional<Rejection> refusal(Reason reason, String detail) {
        return Optional.of(Rejection.of(reason, detail));
    }
}
