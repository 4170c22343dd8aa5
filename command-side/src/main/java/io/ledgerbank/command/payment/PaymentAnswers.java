package io.ledgerbank.command.payment;

import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.command.idempotency.Rendering;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows a payment as it was after one of its events. */
final class PaymentAnswers implements Rendering<PaymentDetails> {

    private final EventStore events;

    PaymentAnswers(EventStore events) {
        this.events = events;
    }

    @Override
    public PaymentDetails at(String paymentId, long sequence) {
        List<PaymentEvent> history = events.readEvents(paymentId, 0)
                .asStream()
                .limit(sequence + 1)
                .map(event -> (PaymentEvent) event.getPayload())
                .toList();
        PaymentCreated created = (PaymentCreated) history.getFirst();
        PaymentProgress progress = PaymentProgress.of(created);
        for (PaymentEvent event : history.subList(1, history.size())) {
            progress = progress.after(event);
        }
        return PaymentDetails.of(created, progress);
    }
}
