package io.ledgerbank.query.paging;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which part of a list is asked for.
 *
 * @param limit 1 to 100
 * @param cursor where the part before this one ended
 */
public record Paging(int limit, Optional<String> cursor) {

    /** The limit of a caller who names none, as a parameter's default. */
    public static final String DEFAULT_LIMIT = "20";

    private static final int MOST = 100;

    /** @throws RejectedException {@code invalid_parameter} when the limit is out of range */
    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "limit is a number from 1 to " + MOST);
        }
    }

    /**
     * The number behind which a list that is in the order of a number goes on.
     *
     * @throws RejectedException {@code invalid_cursor}
     */
    public OptionalLong after(String list) {
        if (cursor.isEmpty()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(
                    Long.parseLong(Cursor.decoded(cursor.get(), list, 1).key().getFirst()));
        } catch (NumberFormatException malformed) {
            throw Cursor.invalid();
        }
    }
}
