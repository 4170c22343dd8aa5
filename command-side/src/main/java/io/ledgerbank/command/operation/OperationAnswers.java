package io.ledgerbank.command.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.operation.PaymentStanding;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.command.idempotency.Rendering;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows where a payment stood after one of its events. */
final class OperationAnswers implements Rendering<PaymentStanding> {

    private final EventStore events;

    OperationAnswers(EventStore events) {
        this.events = events;
    }

    @Override
    public PaymentStanding at(String paymentId, long sequence) {
        PaymentLife life = PaymentLife.of(events.readEvents(paymentId, 0)
                .asStream()
                .limit(sequence + 1)
                .map(event -> (PaymentEvent) event.getPayload())
                .iterator());
        return PaymentStanding.of(PaymentId.parse(paymentId), life.progress());
    }
}
