package io.ledgerbank.command.eventlog;

import java.util.Optional;

/** How the log is read for the shared tail: how far, and with what failure when it could not be read on. Thread-safe. */
final class TailReading {

    private final Arrivals arrivals = new Arrivals();
    private volatile Head last = Head.START;
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private volatile Optional<EventsLost> loss = Optional.empty();

    /** Signalled when there is more, and when something went wrong. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** The event that was handed over last; the start before the first. */
    Head last() {
        return last;
    }

    Optional<EventHash> hashAt(long position) {
        Head reached = last;
        return reached.position() == position ? Optional.of(reached.hash()) : Optional.empty();
    }

    void reach(Head handedOver) {
        last = handedOver;
    }

    /** Why the log could not be read behind what was handed over, when it was last tried. */
    Optional<RuntimeException> failure() {
        return failure;
    }

    void succeed() {
        failure = Optional.empty();
    }

    void fail(RuntimeException reason) {
        if (reason instanceof EventsLost lost) {
            loss = Optional.of(lost);
        }
        failure = Optional.of(reason);
        arrivals.signal();
    }

    /** Never forgotten: what is in memory does not become true again. */
    Optional<EventsLost> loss() {
        return loss;
    }
}
