package io.ledgerbank.command.eventlog;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/**
 * An event as it is stored, but for its place in the log.
 *
 * @param type its registered name
 * @param recordedAt to the microsecond
 * @param metadata JSON, as hashed and stored
 * @param payload JSON, as hashed and stored
 */
@SuppressWarnings(
        "ArrayRecordComponent") // Private to the writer and the verifier, which neither compare nor change it.
record LogEntry(
        UUID eventId,
        String streamType,
        String streamId,
        long sequence,
        String type,
        Optional<String> revision,
        long recordedAt,
        byte[] metadata,
        byte[] payload) {

    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /** @throws IllegalArgumentException for an event that belongs to no stream */
    static LogEntry of(EventMessage<?> event, Serializer serializer) {
        if (!(event instanceof DomainEventMessage<?> domain)) {
            throw new IllegalArgumentException(
                    "An event of type %s belongs to no stream".formatted(event.getPayloadType()));
        }
        SerializedObject<byte[]> payload = domain.serializePayload(serializer, byte[].class);
        return new LogEntry(
                UUID.fromString(domain.getIdentifier()),
                domain.getType(),
                domain.getAggregateIdentifier(),
                domain.getSequenceNumber(),
                payload.getType().getName(),
                Optional.ofNullable(payload.getType().getRevision()),
                micros(domain.getTimestamp()),
                domain.serializeMetaData(serializer, byte[].class).getData(),
                payload.getData());
    }

    /** Microseconds since 1970. */
    static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
    }
}
