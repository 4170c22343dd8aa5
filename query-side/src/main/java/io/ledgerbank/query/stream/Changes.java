package io.ledgerbank.query.stream;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The payments that events of the log are about, with the place of the last event of each. For one thread. */
final class Changes {

    private final Map<PaymentId, Long> payments = new LinkedHashMap<>();
    private long position;
    private int events;

    void add(TrackedEventMessage<?> message) {
        position = message.trackingToken().position().orElseThrow();
        events++;
        if (PaymentEvent.class.isAssignableFrom(message.getPayloadType())) {
            payments.put(((PaymentEvent) message.getPayload()).paymentId(), position);
        }
    }

    long position() {
        return position;
    }

    int events() {
        return events;
    }

    List<PaymentId> payments() {
        return List.copyOf(payments.keySet());
    }

    List<Long> positions() {
        return List.copyOf(payments.values());
    }
}
