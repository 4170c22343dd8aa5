package io.ledgerbank.command.eventlog;

import io.ledgerbank.api.audit.MetadataKeys;
import java.util.Map;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.correlation.CorrelationDataProvider;

/** Carries a message's conversation and actor onto whatever it causes, and names the message as the cause. */
final class CarryingOrigin implements CorrelationDataProvider {

    @Override
    public Map<String, ?> correlationDataFor(Message<?> message) {
        return Map.of(
                MetadataKeys.CORRELATION_ID,
                message.getMetaData().getOrDefault(MetadataKeys.CORRELATION_ID, message.getIdentifier()),
                MetadataKeys.CAUSATION_ID,
                message.getIdentifier(),
                MetadataKeys.ACTOR,
                message.getMetaData().getOrDefault(MetadataKeys.ACTOR, "system"));
    }
}
