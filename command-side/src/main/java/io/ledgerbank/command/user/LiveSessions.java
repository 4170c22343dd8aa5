package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import java.util.Optional;

/** Which logins have not ended, whatever their tokens say. */
public interface LiveSessions {

    /** The user as of now; nobody when the login has ended, be it by logout, a new password, reuse of a token or time. */
    Optional<UserDetails> userOf(UserId user, SessionId session);
}
