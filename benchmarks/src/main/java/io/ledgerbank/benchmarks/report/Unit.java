package io.ledgerbank.benchmarks.report;

/** What a figure counts, and how it is written. */
public enum Unit {
    COUNT,
    /** Kept in microseconds, written in milliseconds. */
    MILLIS,
    /** Kept in hundredths. */
    RATIO;

    private static final long MICROS_PER_MILLI = 1_000;
    private static final long MICROS_PER_TENTH = 100;
    private static final long HUNDREDTHS = 100;

    public String write(long amount) {
        return switch (this) {
            case COUNT -> "%,d".formatted(amount);
            case MILLIS -> "%,d.%d".formatted(amount / MICROS_PER_MILLI, amount % MICROS_PER_MILLI / MICROS_PER_TENTH);
            case RATIO -> "%,d.%02d".formatted(amount / HUNDREDTHS, amount % HUNDREDTHS);
        };
    }
}
