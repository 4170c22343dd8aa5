package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people in and out who come to the bank's own pages instead of its API: by the same rules. Thread-safe. */
public final class PageLogins {

    private static final Logger LOG = LoggerFactory.getLogger(PageLogins.class);

    private final WatchedDoor door;
    private final AccessTokens tokens;
    private final LiveSessions live;

    PageLogins(WatchedDoor door, AccessTokens tokens, LiveSessions live) {
        this.door = door;
        this.tokens = tokens;
        this.live = live;
    }

    /**
     * @param address where the call comes from
     * @throws RejectedException {@code invalid_credentials}, {@code account_suspended}, {@code too_many_failed_logins},
     *     {@code service_unavailable}
     */
    public PageLogin login(String email, String password, String address) {
        Session session = door.login(email, Password.of(password), address);
        AccessToken token = tokens.verify(session.accessToken());
        return new PageLogin(session.user(), session.refreshToken(), token.session());
    }

    /** Who came in, as they are by now; empty when they may not stay. */
    public Optional<UserDetails> stillIn(PageLogin login) {
        return live.userOf(login.user().id(), login.session()).filter(user -> user.status() == UserStatus.ACTIVE);
    }

    /** Ends the login, should it not have ended before. */
    public void logout(PageLogin login, String address) {
        try {
            door.logout(login.user().id(), login.token(), address);
        } catch (RejectedException gone) {
            if (gone.reason() != Reason.TOKEN_NOT_FOUND) {
                throw gone;
            }
            LOG.debug("The login of {} had ended before", login.user().id());
        }
    }
}
