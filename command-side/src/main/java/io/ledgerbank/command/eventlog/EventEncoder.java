package io.ledgerbank.command.eventlog;

import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Writes events as they are stored. All events of one command have the same metadata, which is written once. For one thread. */
final class EventEncoder {

    private final Serializer serializer;
    private MetaData lastMetadata = MetaData.emptyInstance();
    private byte[] lastWritten;

    EventEncoder(Serializer serializer) {
        this.serializer = serializer;
        this.lastWritten = write(lastMetadata);
    }

    /** @throws IllegalArgumentException for an event that belongs to no stream */
    LogEntry encode(EventMessage<?> event) {
        if (!(event instanceof DomainEventMessage<?> domain)) {
            throw new IllegalArgumentException(
                    "An event of type %s belongs to no stream".formatted(event.getPayloadType()));
        }
        SerializedObject<byte[]> payload = serializer.serialize(domain.getPayload(), byte[].class);
        return new LogEntry(
                UUID.fromString(domain.getIdentifier()),
                domain.getType(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                payload.getType().getName(),
                Optional.ofNullable(payload.getType().getRevision()),
                LogEntry.micros(domain.getTimestamp()),
                metadata(domain.getMetaData()),
                payload.getData());
    }

    private byte[] metadata(MetaData metadata) {
        if (!metadata.equals(lastMetadata)) {
            lastMetadata = metadata;
            lastWritten = write(metadata);
        }
        return lastWritten;
    }

    private byte[] write(MetaData metadata) {
        return serializer.serialize(metadata, byte[].class).getData();
    }
}
