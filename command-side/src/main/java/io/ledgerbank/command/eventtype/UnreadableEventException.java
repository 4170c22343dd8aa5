package io.ledgerbank.command.eventtype;

import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;

/** The log has an event that this version of the service cannot read: a newer one wrote it, or somebody else did. */
public final class UnreadableEventException extends RuntimeException {

    UnreadableEventException(IntermediateEventRepresentation event, String why) {
        super("The event at position %d, sequence %d of %s %s, is %s of revision %s, which cannot be read: %s"
                .formatted(
                        event.getTrackingToken()
                                .map(TrackingToken::position)
                                .orElseThrow()
                                .orElseThrow(),
                        event.getSequenceNumber().orElseThrow(),
                        event.getAggregateType().orElseThrow(),
                        event.getAggregateIdentifier().orElseThrow(),
                        event.getType().getName(),
                        event.getType().getRevision(),
                        why));
    }
}
