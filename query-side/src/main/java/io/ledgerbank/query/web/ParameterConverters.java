package io.ledgerbank.query.web;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.core.convert.converter.ConverterRegistry;

/**
 * Reads the values by which lists are filtered, to the letter: times and ages within what the database knows, and names
 * as the catalogue has them. What cannot be read is refused with the catalogue's reason; the refusal is the cause of the
 * exception that the framework throws.
 */
final class ParameterConverters {

    private static final int LAST_YEAR = 9999;
    private static final int DATE_LENGTH = "yyyy-MM-dd".length();
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private ParameterConverters() {}

    static void addTo(ConverterRegistry registry) {
        registry.addConverter(String.class, BankCode.class, BankCode::new);
        registry.addConverter(String.class, Reason.class, ParameterConverters::reason);
        registry.addConverter(String.class, Instant.class, ParameterConverters::time);
        registry.addConverter(String.class, LocalDate.class, ParameterConverters::date);
        registry.addConverter(String.class, DayOrTime.class, ParameterConverters::dayOrTime);
        registry.addConverter(String.class, Duration.class, ParameterConverters::duration);
        registry.addConverterFactory(new EnumConverterFactory());
    }

    private static Reason reason(String text) {
        return Reason.find(text)
                .orElseThrow(() -> new RejectedException(
                        Reason.INVALID_REASON_FORMAT, "A reason is a code of the error catalogue, see /api/problems"));
    }

    private static Instant time(String text) {
        try {
            Instant time = Instant.parse(text);
            int year = time.atOffset(ZoneOffset.UTC).getYear();
            if (text.endsWith("Z") && year >= 0 && year <= LAST_YEAR) {
                return time;
            }
        } catch (DateTimeException malformed) {
            throw invalidTime();
        }
        throw invalidTime();
    }

    private static LocalDate date(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            if (text.length() == DATE_LENGTH) {
                return date;
            }
        } catch (DateTimeException malformed) {
            throw invalidTime();
        }
        throw invalidTime();
    }

    private static DayOrTime dayOrTime(String text) {
        return text.length() == DATE_LENGTH ? new DayOrTime.Day(date(text)) : new DayOrTime.Time(time(text));
    }

    private static Duration duration(String text) {
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException malformed) {
            throw invalidDuration();
        }
        throw invalidDuration();
    }

    private static RejectedException invalidTime() {
        return new RejectedException(
                Reason.INVALID_DATETIME_FORMAT, "A time is like 2026-11-22T10:15:30Z, a date is like 2026-11-22");
    }

    private static RejectedException invalidDuration() {
        return new RejectedException(
                Reason.INVALID_PARAMETER, "A duration is like PT5M (ISO 8601), not negative and at most P36500D");
    }
}
