package io.ledgerbank.command.securitylog;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.UserId;
import java.util.Optional;

/**
 * Something that happened at the bank's doors.
 *
 * @param actor who did it, where that is proved
 * @param subject whom it was done to or attempted as
 * @param reason why it was refused
 * @param action the call, such as {@code POST /api/users/{id}/suspend}
 * @param resource the address called, whose ids are all that it says of anybody
 * @param address of the client; only its network is kept
 */
public record SecurityEvent(
        SecurityEventKind kind,
        Optional<UserId> actor,
        Optional<UserId> subject,
        Optional<Reason> reason,
        String action,
        String resource,
        String address) {

    /** Something that concerns one person, who may or may not have proved to be that person. */
    public static SecurityEvent of(
            SecurityEventKind kind, Optional<UserId> subject, Optional<Reason> reason, String path, String address) {
        return new SecurityEvent(kind, Optional.empty(), subject, reason, "POST " + path, path, address);
    }
}
