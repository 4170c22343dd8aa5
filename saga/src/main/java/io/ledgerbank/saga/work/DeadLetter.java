package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Something that failed for good and waits for a person, or did.
 *
 * @param source the queue of a work item, the follower of the log of an event
 * @param subject what it is about, such as a payment's id; the stream of an event
 * @param sequence the place of the event, or of the event that called for the work, in the subject's stream
 * @param failure the types of what was thrown, outermost first; empty when it merely waits behind another event of its stream
 * @param attempts how often it was tried before it was parked or last retried in vain
 * @param catalogueVersion of the error catalogue whose rule gave it up
 */
public record DeadLetter(
        UUID id,
        Kind kind,
        String source,
        String subject,
        long sequence,
        String correlationId,
        Reason reason,
        String failure,
        int attempts,
        int catalogueVersion,
        Instant parkedAt,
        State state,
        Optional<Decision> decision) {

    /** What failed. */
    public enum Kind {
        /** An item of a queue. */
        WORK,
        /** An event that a follower of the log could not handle. */
        EVENT
    }

    /** What became of it. */
    public enum State {
        /** It waits for a person. */
        PARKED,
        /** Somebody had it done again. */
        RETRIED,
        /** Somebody decided that it need not be done. */
        DISMISSED
    }

    /**
     * What a person decided about it.
     *
     * @param reason why it was dismissed
     */
    public record Decision(String by, Instant at, Optional<String> reason) {}
}
