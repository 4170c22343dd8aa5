package io.ledgerbank.query.board;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.query.paging.Cursor;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** The last row of a part of the list. */
record BoardPlace(Instant startedAt, long position) {

    private static final int LAST_YEAR = 9999;

    /** @throws RejectedException {@code invalid_cursor} */
    static BoardPlace read(String cursor, BoardOrder order) {
        List<String> key = Cursor.decoded(cursor, list(order), 2).key();
        try {
            Instant time = Instant.parse(key.getFirst());
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (year >= 0 && year <= LAST_YEAR) {
                return new BoardPlace(time, Long.parseLong(key.getLast()));
            }
        } catch (DateTimeException | NumberFormatException malformed) {
            throw Cursor.invalid();
        }
        throw Cursor.invalid();
    }

    static String cursorAt(BoardRow row, BoardOrder order) {
        return new Cursor(list(order), List.of(row.saga().startedAt().toString(), Long.toString(row.position())))
                .encoded();
    }

    private static String list(BoardOrder order) {
        return "board-" + order.name();
    }
}
