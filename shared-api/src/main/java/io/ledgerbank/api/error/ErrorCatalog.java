package io.ledgerbank.api.error;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one source of reasons, statuses and retry policies; nothing else in the service names a retry count or delay. */
public final class ErrorCatalog {

    /** Raised with every change to what is attempted or asked again, how often and when. */
    private static final int VERSION = 6;

    /** How often and how patiently a bank is asked what became of a payment before a person has to. */
    private static final RetryPolicy INQUIRIES = RetryPolicy.exponential(64, Duration.ofSeconds(1)).spreadBy(200);

    /** How often a command that lost a race for an account is decided in all, and how soon again. */
    private static final RetryPolicy CONTENTION = RetryPolicy.exponential(8, Duration.ofMillis(5));

    /**
     * How patiently work of our own waits for what it depends on, such as the database. It never gives up: an outage passes,
     * and nobody could mend it item by item.
     */
    private static final RetryPolicy OUTAGES =
            RetryPolicy.exponential(Integer.MAX_VALUE, Duration.ofMillis(500)).spreadBy(200);

    /** A bank's wish to wait is honoured up to this. */
    private static final Duration LONGEST_WAIT_ASKED_FOR = Duration.ofDays(1);

    /** Nobody knows who asks when the answer to a question is a wish to wait: it is honoured up to this. */
    private static final Duration LONGEST_WAIT_BETWEEN_INQUIRIES = Duration.ofMinutes(5);

    /** A payment whose outcome is unknown for longer than this is left to a person, however often its bank was asked. */
    private static final Duration LONGEST_DOUBT = Duration.ofHours(4);

    private ErrorCatalog() {}

    /** What a decision about a retry is recorded with, so that it can be understood after the catalogue has changed. */
    public static int version() {
        return VERSION;
    }

    public static List<Category> categories() {
        return List.of(Category.values());
    }

    public static Optional<Category> category(String code) {
        return categories().stream()
                .filter(category -> category.code().equals(code.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    public static List<Reason> reasonsOf(Category category) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.category() == category)
                .toList();
    }

    public static RetryPolicy inquiries() {
        return INQUIRIES;
    }

    public static RetryPolicy contention() {
        return CONTENTION;
    }

    public static RetryPolicy outages() {
        return OUTAGES;
    }

    public static Duration longestWaitAskedFor() {
        return LONGEST_WAIT_ASKED_FOR;
    }

    public static Duration longestWaitBetweenInquiries() {
        return LONGEST_WAIT_BETWEEN_INQUIRIES;
    }

    public static Duration longestDoubt() {
        return LONGEST_DOUBT;
    }
}
