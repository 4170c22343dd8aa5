package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.securitylog.SecurityEvent;
import io.ledgerbank.command.securitylog.SecurityEventKind;
import io.ledgerbank.command.securitylog.SecurityLog;
import java.util.Optional;

/** Notes who came in, who did not, and who left. Thread-safe. */
final class WatchedDoor {

    private final Sessions sessions;
    private final Credentials credentials;
    private final SecurityLog log;
    private final String path;

    /** @param path under which its calls are, such as {@code /api/auth/} */
    WatchedDoor(Sessions sessions, Credentials credentials, SecurityLog log, String path) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.log = log;
        this.path = path;
    }

    /** @throws RejectedException as {@link Sessions#login} */
    Session login(String email, Password password, String address) {
        try {
            Session session = sessions.login(email, password, address);
            note(
                    SecurityEventKind.LOGIN_SUCCEEDED,
                    Optional.of(session.user().id()),
                    Optional.empty(),
                    "login",
                    address);
            return session;
        } catch (RejectedException refused) {
            note(SecurityEventKind.LOGIN_FAILED, meant(email), Optional.of(refused.reason()), "login", address);
            throw refused;
        }
    }

    /** @throws RejectedException as {@link Sessions#refresh} */
    Session refresh(RefreshToken token, String address) {
        return sessions.refresh(
                token,
                whose -> note(
                        SecurityEventKind.TOKEN_REUSED,
                        Optional.of(whose),
                        Optional.of(Reason.TOKEN_REVOKED),
                        "refresh",
                        address));
    }

    /** @throws RejectedException as {@link Sessions#logout} */
    void logout(UserId user, RefreshToken token, String address) {
        sessions.logout(user, token);
        note(SecurityEventKind.LOGGED_OUT, Optional.of(user), Optional.empty(), "logout", address);
    }

    void logoutEverywhere(UserId user, String address) {
        sessions.logoutEverywhere(user);
        note(SecurityEventKind.LOGGED_OUT, Optional.of(user), Optional.empty(), "logout-all", address);
    }

    /** What was written is kept nowhere: it may be a password in the wrong field. */
    private Optional<UserId> meant(String email) {
        return EmailAddress.read(email)
                .flatMap(address -> credentials.findByEmail(address.value()))
                .map(Credential::user)
                .map(UserDetails::id);
    }

    private void note(
            SecurityEventKind kind, Optional<UserId> subject, Optional<Reason> reason, String call, String address) {
        log.record(SecurityEvent.of(kind, subject, reason, path + call, address));
    }
}
