package io.ledgerbank.query.replay;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * Up to where events are applied: all of them when neither is given.
 *
 * @param sequence the last event's place in its stream, from 0
 * @param at the time up to which events were recorded, inclusive
 */
record Until(Optional<Long> sequence, Optional<Instant> at) {

    /** @throws RejectedException {@code invalid_parameter} when both are given, or a sequence before the first */
    Until {
        if (sequence.isPresent() && at.isPresent()) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "Either sequence or at is given, not both");
        }
        if (sequence.filter(place -> place < 0).isPresent()) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "A sequence is 0 or more");
        }
    }

    boolean includes(DomainEventMessage<?> event) {
        return sequence.map(last -> event.getSequenceNumber() <= last).orElse(true)
                && at.map(last -> !event.getTimestamp().isAfter(last)).orElse(true);
    }
}
