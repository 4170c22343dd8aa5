package io.ledgerbank.api.error;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The one source of reasons, statuses and retry policies; nothing else in the service names a retry count or delay. */
public final class ErrorCatalog {

    /** Raised with every change to what is attempted or asked again, how often and when, unless something else is set. */
    static final int BUILT_IN = 6;

    private static final PastRules PAST = new PastRules();
    private static volatile InUse inUse = new InUse(RetryRules.DEFAULT, BUILT_IN);

    /** Rules with their number, which is not computed for each decision. */
    private record InUse(RetryRules rules, int version) {}

    /** How often a command that lost a race for an account is decided in all, and how soon again. */
    private static final RetryPolicy CONTENTION = RetryPolicy.exponential(8, Duration.ofMillis(5));

    /**
     * How patiently work of our own waits for what it depends on, such as the database. It never gives up: an outage passes,
     * and nobody could mend it item by item.
     */
    private static final RetryPolicy OUTAGES =
            RetryPolicy.exponential(Integer.MAX_VALUE, Duration.ofMillis(500)).spreadBy(200);

    private ErrorCatalog() {}

    /** What a decision about a retry is recorded with, so that it can be understood after the catalogue has changed. */
    public static int version() {
        return inUse.version();
    }

    /**
     * Has other rules hold from now on, for the whole process: once, before anything is decided.
     *
     * @throws IllegalStateException when rules that were set before are known by the same number
     */
    public static void apply(RetryRules chosen) {
        PAST.add(chosen);
        inUse = new InUse(chosen, chosen.version());
    }

    /** Has decisions understood that followed rules which were once set. */
    public static void remember(RetryRules past) {
        PAST.add(past);
    }

    public static RetryRules rules() {
        return inUse.rules();
    }

    /** What a decision followed that was recorded with this number; empty of rules that were set where nobody remembers. */
    public static Optional<RetryRules> rulesOf(int version) {
        return PAST.find(version);
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
        return inUse.rules().inquiries();
    }

    public static RetryPolicy contention() {
        return CONTENTION;
    }

    public static RetryPolicy outages() {
        return OUTAGES;
    }

    public static Duration longestWaitAskedFor() {
        return inUse.rules().longestWaitAskedFor();
    }

    public static Duration longestWaitBetweenInquiries() {
        return inUse.rules().longestWaitBetweenInquiries();
    }

    public static Duration longestDoubt() {
        return inUse.rules().longestDoubt();
    }
}
