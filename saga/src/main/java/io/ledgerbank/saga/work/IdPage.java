package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.Uuids;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A part of a list that is sorted by its ids, newest first.
 *
 * @param nextCursor asks for the part after this one; empty at the list's end
 */
public record IdPage<T>(List<T> items, Optional<String> nextCursor) {

    private static final int MOST = 100;
    private static final int BYTES = 16;

    public IdPage {
        items = List.copyOf(items);
    }

    /** Reads a part of a list. */
    @FunctionalInterface
    public interface Source<T> {

        /** Up to one more than the limit, so that it shows whether there is another part, from behind the id on. */
        List<T> read(int limit, Optional<UUID> before);
    }

    /** @throws RejectedException {@code invalid_parameter} unless the limit is 1 to 100, {@code invalid_cursor} */
    public static <T> IdPage<T> of(int limit, Optional<String> cursor, Source<T> source, Function<T, UUID> id) {
        if (limit < 1 || limit > MOST) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "limit is a number from 1 to " + MOST);
        }
        List<T> found = source.read(limit, cursor.map(IdPage::read));
        if (found.size() <= limit) {
            return new IdPage<>(found, Optional.empty());
        }
        List<T> shown = found.subList(0, limit);
        return new IdPage<>(shown, Optional.of(cursorAt(id.apply(shown.getLast()))));
    }

    private static UUID read(String cursor) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor));
            if (bytes.remaining() == BYTES) {
                return Uuids.parse(new UUID(bytes.getLong(), bytes.getLong()).toString());
            }
        } catch (IllegalArgumentException | RejectedException malformed) {
            throw invalid();
        }
        throw invalid();
    }

    private static String cursorAt(UUID id) {
        ByteBuffer bytes =
                ByteBuffer.allocate(BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static RejectedException invalid() {
        return new RejectedException(Reason.INVALID_CURSOR, "The cursor is the nextCursor of this list, unchanged");
    }
}
