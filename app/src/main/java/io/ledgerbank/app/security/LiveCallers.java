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
import io.ledgerbank.command.user.KnownUsers;
import java.time.Duration;
import java.util.Optional;

/**
 * Turns a valid token into the caller its user is by now: who was suspended, or has another role, is so within seconds,
 * whatever the token says. Thread-safe.
 */
final class LiveCallers {

    private static final long MOST_USERS = 100_000;

    private final KnownUsers users;
    private final Cache<UserId, Optional<Caller>> callers;

    LiveCallers(KnownUsers users, Duration memory) {
        this.users = users;
        this.callers = Caffeine.newBuilder()
                .maximumSize(MOST_USERS)
                .expireAfterWrite(memory)
                .build();
    }

    /** @throws RejectedException {@code token_revoked} */
    Caller of(AccessToken token) {
        return find(token.userId())
                .orElseThrow(() -> new RejectedException(Reason.TOKEN_REVOKED, Reason.TOKEN_REVOKED.description()));
    }

    /** Not loaded by the cache, whose callers would wait for the database one after the other while it does not answer. */
    private Optional<Caller> find(UserId id) {
        Optional<Caller> known = callers.getIfPresent(id);
        if (known != null) {
            return known;
        }
        Optional<Caller> found =
                users.find(id).filter(LiveCallers::mayAct).map(user -> new Caller(user.id(), user.role()));
        callers.put(id, found);
        return found;
    }

    private static boolean mayAct(UserDetails user) {
        return user.status() == UserStatus.ACTIVE;
    }
}
