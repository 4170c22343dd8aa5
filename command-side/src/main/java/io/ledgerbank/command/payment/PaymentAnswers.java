package io.ledgerbank.command.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.command.idempotency.Rendering;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows a payment as it was after one of its events. */
final class PaymentAnswers implements Rendering<PaymentDetails> {

    private final EventStore events;

    PaymentAnswers(EventStore events) {
        this.events = events;
    }

    /** As it was right after the append that it began with, in which money within our own books has moved already. */
    PaymentDetails asFirstAnswered(PaymentId id) {
        PaymentEvent first =
                (PaymentEvent) events.readEvents(id.toString(), 0).peek().getPayload();
        boolean movedAtOnce = first instanceof PaymentCreated created
                && created.order().externalCreditor().isEmpty();
        return at(id.toString(), movedAtOnce ? 1 : 0);
    }

    @Override
    public PaymentDetails at(String paymentId, long sequence) {
        return PaymentLife.of(events.readEvents(paymentId, 0)
                        .asStream()
                        .limit(sequence + 1)
                        .map(event -> (PaymentEvent) event.getPayload())
                        .iterator())
                .details();
    }
}
