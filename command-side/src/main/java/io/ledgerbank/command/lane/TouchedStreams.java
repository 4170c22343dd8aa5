package io.ledgerbank.command.lane;

import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Tells which streams a command will load, as far as the command itself says. A stream that is not told of is loaded all the
 * same, only slower.
 */
public record TouchedStreams<C>(Class<C> command, Function<? super C, Stream<?>> ids) {

    Stream<String> of(Object payload) {
        return command.isInstance(payload) ? ids.apply(command.cast(payload)).map(Object::toString) : Stream.empty();
    }
}
