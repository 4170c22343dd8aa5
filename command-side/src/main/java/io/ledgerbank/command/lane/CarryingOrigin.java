package io.ledgerbank.command.lane;

import io.ledgerbank.api.audit.MetadataKeys;
import java.util.Map;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/**
 * Carries a command's conversation and actor onto its events, and names the command as their cause. Of an event it carries
 * nothing: whoever follows the log sends no commands while it handles one, and Axon would read every event's metadata for
 * every follower.
 */
final class CarryingOrigin implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        if (message instanceof EventMessage<?>) {
            return Map.of();
        }
        return Map.of(
                MetadataKeys.CORRELATION_ID,
                message.getMetaData().getOrDefault(MetadataKeys.CORRELATION_ID, message.getIdentifier()),
                MetadataKeys.CAUSATION_ID,
                message.getIdentifier(),
                MetadataKeys.ACTOR,
                message.getMetaData().getOrDefault(MetadataKeys.ACTOR, "system"));
    }
}
