package io.ledgerbank.query.projection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;

/** An event and where, when and under which id the log has it. */
public record Recorded<E>(E event, long position, String eventId, Instant recordedAt) {

    /** The event, if the projection is made of it. */
    public static <E> Optional<Recorded<E>> of(TrackedEventMessage<?> message, Projection<E> projection) {
        if (!projection.events().isAssignableFrom(message.getPayloadType())) {
            return Optional.empty();
        }
        E event = projection.events().cast(message.getPayload());
        return projection.concerns(event)
                ? Optional.of(new Recorded<>(
                        event,
                        LogPosition.of(message.trackingToken()),
                        message.getIdentifier(),
                        message.getTimestamp()))
                : Optional.empty();
    }

    /** The same under what it turned out to be. */
    public <T extends E> Recorded<T> as(T event) {
        return new Recorded<>(event, position, eventId, recordedAt);
    }

    /** Something else about the same place in the log. */
    public <T> Recorded<T> of(T other) {
        return new Recorded<>(other, position, eventId, recordedAt);
    }

    /** The ids that a batch's events name, each once. */
    public static <E> List<UUID> distinct(List<Recorded<E>> batch, Function<E, UUID> id) {
        return batch.stream().map(Recorded::event).map(id).distinct().toList();
    }
}
