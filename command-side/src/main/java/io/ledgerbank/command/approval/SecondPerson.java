package io.ledgerbank.command.approval;

import io.ledgerbank.api.approval.ApprovalProgress;
import io.ledgerbank.api.approval.ApprovalRequested;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.user.Appointment;
import io.ledgerbank.command.user.KnownUsers;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * A request is decided once, in time, and by a second person: somebody else than who made it, whom nobody has appointed since,
 * and who depends on nobody on whom the first depends. Whoever appoints somebody knows their first password, so neither may
 * have appointed the other, be it through others, nor may both be of the same appointer. Only whom the service itself made, such
 * as the first administrator, may have appointed both.
 */
final class SecondPerson {

    private final KnownUsers users;

    SecondPerson(KnownUsers users) {
        this.users = users;
    }

    /** The caller with the role that they have by now; none of staff once suspended. Only the token knows who never registered. */
    Caller asOfNow(Caller caller) {
        return asOfNow(caller.userId()).orElse(caller);
    }

    /** Nobody when they never registered. */
    Optional<Caller> asOfNow(UserId user) {
        return users.find(user)
                .map(known -> new Caller(user, known.status() == UserStatus.ACTIVE ? known.role() : Role.USER));
    }

    Optional<Rejection> check(ApprovalProgress progress, Caller caller, Instant now) {
        ApprovalRequested requested = progress.requested();
        if (caller.owns(requested.requestedBy())) {
            return refusal(Reason.SELF_APPROVAL, "Nobody decides what they have asked for themselves");
        }
        if (appointedAfter(requested.requestedAt(), caller.userId())) {
            return refusal(Reason.SELF_APPROVAL, "Whoever decides was appointed before it was asked for");
        }
        if (dependent(requested.requestedBy(), caller.userId())) {
            return refusal(
                    Reason.SELF_APPROVAL,
                    "Whoever decides was appointed neither by who has asked, nor by the same person");
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

    private boolean appointedAfter(Instant request, UserId user) {
        return users.appointmentOf(user)
                .filter(appointment -> appointment.by().isPresent())
                .filter(appointment -> appointment.at().isAfter(request))
                .isPresent();
    }

    private boolean dependent(UserId one, UserId other) {
        Set<UserId> both = appointersOf(one);
        both.retainAll(appointersOf(other));
        return both.stream().anyMatch(person -> person.equals(one) || person.equals(other) || isAppointed(person));
    }

    /** The user, who appointed them, who appointed those, and so on. */
    private Set<UserId> appointersOf(UserId user) {
        Set<UserId> line = new HashSet<>();
        Optional<UserId> next = Optional.of(user);
        while (next.filter(line::add).isPresent()) {
            next = next.flatMap(users::appointmentOf).flatMap(Appointment::by);
        }
        return line;
    }

    private boolean isAppointed(UserId user) {
        return users.appointmentOf(user).flatMap(Appointment::by).isPresent();
    }

    private static Optional<Rejection> refusal(Reason reason, String detail) {
        return Optional.of(Rejection.of(reason, detail));
    }
}
