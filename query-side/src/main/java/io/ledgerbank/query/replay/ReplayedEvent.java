package io.ledgerbank.query.replay;

import io.ledgerbank.api.audit.MetadataKeys;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;

/**
 * An event that was applied.
 *
 * @param sequence its place in its stream, from 0
 * @param position its place in the whole log
 * @param actor who asked for it: a user's id, {@code anonymous}, or {@code system}
 */
public record ReplayedEvent(
        long sequence,
        long position,
        String type,
        Instant recordedAt,
        Optional<String> actor,
        Optional<String> correlationId) {

    static ReplayedEvent of(DomainEventMessage<?> event, long position) {
        return new ReplayedEvent(
                event.getSequenceNumber(),
                position,
                event.getPayloadType().getSimpleName(),
                event.getTimestamp(),
                metadata(event, MetadataKeys.ACTOR),
                metadata(event, MetadataKeys.CORRELATION_ID));
    }

    private static Optional<String> metadata(DomainEventMessage<?> event, String key) {
        return Optional.ofNullable(event.getMetaData().get(key)).map(Object::toString);
    }
}
