package io.ledgerbank.command.eventlog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventhandling.GenericDomainEventEntry;

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
public record LogEntry(
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

    /** The time goes as text, which Axon reads to the microsecond; a time it would cut to the millisecond. */
    GenericDomainEventEntry<byte[]> asEventData() {
        return new GenericDomainEventEntry<>(
                streamType,
                streamId,
                sequence,
                eventId.toString(),
                Instant.EPOCH.plus(recordedAt, ChronoUnit.MICROS).toString(),
                type,
                revision.orElse(null),
                payload,
                metadata);
    }

    /** Microseconds since 1970. */
    static long micros(Instant time) {
        return Math.addExact(
                Math.multiplyExact(time.getEpochSecond(), MICROS_PER_SECOND), time.getNano() / NANOS_PER_MICRO);
    }
}
