package io.ledgerbank.command.lane;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.Uuids;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.slf4j.MDC;

/**
 * Writes on every command who asked and which conversation it belongs to, as the logging context of the asking thread has
 * it. What a command already carries stays.
 */
final class StampingOrigin implements MessageDispatchInterceptor<CommandMessage<?>> {

    private static final String SYSTEM = "system";

    @Override
    public BiFunction<Integer, CommandMessage<?>, CommandMessage<?>> handle(
            List<? extends CommandMessage<?>> commands) {
        return (index, command) -> stamped(command);
    }

    private static CommandMessage<?> stamped(CommandMessage<?> command) {
        Map<String, Object> origin = new HashMap<>();
        stamp(origin, command, MetadataKeys.CORRELATION_ID, () -> Uuids.next().toString());
        stamp(origin, command, MetadataKeys.ACTOR, () -> SYSTEM);
        return origin.isEmpty() ? command : command.andMetaData(origin);
    }

    private static void stamp(
            Map<String, Object> origin, CommandMessage<?> command, String key, Supplier<String> otherwise) {
        if (!command.getMetaData().containsKey(key)) {
            origin.put(key, Optional.ofNullable(MDC.get(key)).orElseGet(otherwise));
        }
    }
}
