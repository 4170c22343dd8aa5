package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A login lives for as long as one of its refresh tokens could still be used. */
final class JdbcLiveSessions implements LiveSessions {

    private static final String USER_OF_LIVE_LOGIN = "SELECT " + UserColumns.ALL
            + " FROM identity.user_credential WHERE user_id = ? AND EXISTS (SELECT FROM identity.refresh_token token"
            + " WHERE token.family_id = ? AND token.user_id = user_credential.user_id"
            + " AND token.revoked_at IS NULL AND token.spent_at IS NULL AND token.expires_at > ?)";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcLiveSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public Optional<UserDetails> userOf(UserId user, SessionId session) {
        return jdbc.sql(USER_OF_LIVE_LOGIN)
                .params(user.value(), session.value(), Timestamp.from(clock.instant()))
                .query((row, number) -> UserColumns.read(row))
                .optional();
    }
}
