package io.ledgerbank.query.projection;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** An event and where, when and under which id the log has it. */
public record Recorded<E>(E event, long position, String eventId, Instant recordedAt) {

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
