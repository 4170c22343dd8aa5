package io.ledgerbank.query.paging;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;

/** A column that a list is sorted by before the position, and how its values are read back from a cursor. */
public record SortColumn(String name, Function<String, Object> reader) {

    private static final int LAST_YEAR = 9999;

    public static SortColumn time(String name) {
        return new SortColumn(name, text -> {
            Instant time = Instant.parse(text);
            requireYear(time.atOffset(ZoneOffset.UTC).getYear());
            return time;
        });
    }

    public static SortColumn date(String name) {
        return new SortColumn(name, text -> {
            LocalDate date = LocalDate.parse(text);
            requireYear(date.getYear());
            return date;
        });
    }

    Object read(String text) {
        try {
            return reader.apply(text);
        } catch (RuntimeException malformed) {
            throw Cursor.invalid();
        }
    }

    /** The database knows fewer years than Java does. */
    private static void requireYear(int year) {
        if (year < 0 || year > LAST_YEAR) {
            throw Cursor.invalid();
        }
    }
}
