package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import java.time.Duration;
import java.util.Optional;

/** The logins that can still be refreshed. */
interface RefreshTokens {

    Duration LIFETIME = Duration.ofDays(7);

    /** After which people log in anew, however often they have refreshed. */
    Duration LONGEST_LOGIN = Duration.ofDays(30);

    /** Begins a session, unless the credential that was checked has changed meanwhile. */
    Optional<Begun> begin(Credential checked);

    /** Spends the token for a new one of its family; of several that try at the same time, one succeeds. */
    Rotation rotate(RefreshToken token);

    /**
     * Ends the family of a user's token.
     *
     * @throws RejectedException {@code token_not_found} when the user has no such token
     */
    void end(UserId user, RefreshToken token);

    /** Ends all of a user's families. */
    void endAll(UserId user);

    /** A session that has just begun. */
    record Begun(SessionId session, RefreshToken token) {}

    /** What came of a rotation. */
    sealed interface Rotation {

        /** @param lifetime of the next token */
        record Rotated(UserId user, SessionId session, RefreshToken next, Duration lifetime) implements Rotation {}

        /** @param whose the token was, where it was known and came a second time */
        record Refused(Reason reason, Optional<UserId> whose) implements Rotation {}
    }
}
