package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.UUID;

/** One login and all that is refreshed from it; its access tokens are good for as long as it is not ended. */
public record SessionId(UUID value) {

    /** @throws RejectedException {@code invalid_token} */
    static SessionId parse(String text) {
        try {
            return new SessionId(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            throw new RejectedException(Reason.INVALID_TOKEN, Reason.INVALID_TOKEN.description());
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
