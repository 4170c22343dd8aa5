package io.ledgerbank.query.projection;

import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;

/**
 * What a projection is fed with here, and how to make it of any tables.
 *
 * @param making must not keep anything but the tables
 */
public record Feed<E>(
        ProjectionName name,
        Function<Tables, ? extends Projection<E>> making,
        StreamableMessageSource<TrackedEventMessage<?>> log) {

    public Projection<E> into(Tables tables) {
        return making.apply(tables);
    }
}
