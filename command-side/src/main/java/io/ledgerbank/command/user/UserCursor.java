package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;

/** The last user of a part of the list, as clients hand it back. */
record UserCursor(Instant createdAt, UserId userId) {

    private static final String LIST = "users";
    private static final int LONGEST = 256;
    private static final int PARTS = 3;
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    static UserCursor at(UserDetails user) {
        return new UserCursor(user.createdAt(), user.id());
    }

    String encoded() {
        String text = LIST + "|" + createdAt + "|" + userId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws RejectedException {@code invalid_cursor} */
    static UserCursor decoded(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            String[] parts = plain.split("\\|", -1);
            if (text.length() <= LONGEST && parts.length == PARTS && parts[0].equals(LIST)) {
                return within(new UserCursor(Instant.parse(parts[1]), UserId.parse(parts[2])));
            }
        } catch (IllegalArgumentException | DateTimeException | RejectedException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    /** The database knows fewer years than Java does. */
    private static UserCursor within(UserCursor cursor) {
        if (cursor.createdAt().isBefore(Instant.EPOCH) || cursor.createdAt().isAfter(LATEST)) {
            throw invalid();
        }
        return new UserCursor(cursor.createdAt().truncatedTo(ChronoUnit.MICROS), cursor.userId());
    }

    private static RejectedException invalid() {
        return new RejectedException(Reason.INVALID_CURSOR, "The cursor is the nextCursor of this list, unchanged");
    }
}
