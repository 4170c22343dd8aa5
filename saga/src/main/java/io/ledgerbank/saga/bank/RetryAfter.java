package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.ErrorCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;

/** Reads the wait that a server asks for: whole seconds or an HTTP date, and no longer than the catalogue allows. */
final class RetryAfter {

    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

    private RetryAfter() {}

    /** Empty when it can be neither; a date that has passed asks for no wait. */
    static Optional<Duration> parse(String header, Instant now) {
        String text = header.strip();
        return (text.matches("[0-9]{1,18}") ? seconds(text) : untilDate(text, now)).map(RetryAfter::bounded);
    }

    private static Optional<Duration> seconds(String text) {
        return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Optional<Duration> untilDate(String text, Instant now) {
        try {
            Instant date = ZonedDateTime.parse(text, HTTP_DATE).toInstant();
            return Optional.of(Duration.between(now, date));
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    private static Duration bounded(Duration asked) {
        Duration longest = ErrorCatalog.longestWaitAskedFor();
        if (asked.isNegative()) {
            return Duration.ZERO;
        }
        return asked.compareTo(longest) > 0 ? longest : asked;
    }
}
