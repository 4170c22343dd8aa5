package io.ledgerbank.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.user.AccessToken;
import io.ledgerbank.command.user.LiveSessions;
import io.ledgerbank.command.user.SessionId;
import java.time.Duration;
import java.util.Optional;

/**
 * Turns a valid token into the caller its user is by now: who was suspended, has another role or has logged out, is so within
 * seconds, whatever the token says. Thread-safe.
 */
final class LiveCallers {

    /** Both are the token's, and only who has signed it says that they belong together. */
    private record SessionOfUser(UserId user, SessionId session) {}

    private static final long MOST_SESSIONS = 100_000;

    private final LiveSessions sessions;
    private final Cache<SessionOfUser, Optional<Caller>> callers;

    LiveCallers(LiveSessions sessions, Duration memory) {
        this.sessions = sessions;
        this.callers = Caffeine.newBuilder()
                .maximumSize(MOST_SESSIONS)
                .expireAfterWrite(memory)
                .build();
    }

    /** @throws RejectedException {@code token_revoked} */
    Caller of(AccessToken token) {
        return find(new SessionOfUser(token.userId(), token.session()))
                .orElseThrow(() -> new RejectedException(Reason.TOKEN_REVOKED, Reason.TOKEN_REVOKED.description()));
    }

    /** Not loaded by the cache, whose callers would wait for the database one after the other while it does not answer. */
    private Optional<Caller> find(SessionOfUser token) {
        Optional<Caller> known = callers.getIfPresent(token);
        if (known != null) {
            return known;
        }
        Optional<Caller> found = sessions.userOf(token.user(), token.session())
                .filter(LiveCallers::mayAct)
                .map(user -> new Caller(user.id(), user.role()));
        callers.put(token, found);
        return found;
    }

    private static boolean mayAct(UserDetails user) {
        return user.status() == UserStatus.ACTIVE;
    }
}
