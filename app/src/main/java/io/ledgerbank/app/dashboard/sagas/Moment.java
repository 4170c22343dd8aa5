package io.ledgerbank.app.dashboard.sagas;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * One line of a payment's story.
 *
 * @param what in a few words
 * @param said what a person wrote about it; empty when nobody did
 * @param facts what else there is to know
 * @param traces by which it is found elsewhere
 * @param json the event as the log has it; empty for what is no event
 */
record Moment(Kind kind, Instant at, String what, String said, List<Fact> facts, List<Fact> traces, String json) {

    private static final Duration WORTH_FOLDING = Duration.ofSeconds(30);

    /** What sort of thing happened. */
    enum Kind {
        EVENT,
        MONEY,
        CALL,
        TIMER,
        TROUBLE,
        PERSON,
        WELL,
        /** Nothing, for a while. */
        IDLE
    }

    /** Something to know. */
    record Fact(String name, String value) {}

    static Moment idle(Instant from, String length) {
        return new Moment(Kind.IDLE, from, length, "", List.of(), List.of(), "");
    }

    static boolean isWorthFolding(Instant from, Instant to) {
        return Duration.between(from, to).compareTo(WORTH_FOLDING) >= 0;
    }

    public String css() {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
