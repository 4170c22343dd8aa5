package io.ledgerbank.query.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.query.payment.SagaStory.Happened;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Tells what sagas did and why, as the log has it this moment. Thread-safe. */
final class SagaStories {

    private final EventStore log;

    SagaStories(EventStore log) {
        this.log = log;
    }

    /** Of a payment that the log has. */
    SagaStory of(PaymentId id) {
        List<Happened> history = log.readEvents(id.toString(), 0)
                .asStream()
                .map(event -> new Happened((PaymentEvent) event.getPayload(), event.getTimestamp()))
                .toList();
        return SagaStory.of(history);
    }
}
