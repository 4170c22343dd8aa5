package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.user.Caller;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Tells what happened to payments as the log has it this moment, no projection in between. Thread-safe. */
public class PaymentHistories {

    private final EventStore log;

    PaymentHistories(EventStore log) {
        this.log = log;
    }

    /** @throws RejectedException {@code payment_not_found}, also for whom it does not concern */
    public List<PaymentStep> of(PaymentId id, Caller caller) {
        DomainEventStream events = log.readEvents(id.toString());
        if (!events.hasNext()) {
            throw PaymentQueries.notFound(id);
        }
        DomainEventMessage<?> first = events.next();
        if (!(first.getPayload() instanceof PaymentEvent begun)) {
            throw PaymentQueries.notFound(id);
        }
        PaymentLife life = PaymentLife.startingWith(begun);
        if (!caller.isStaff() && !caller.owns(life.terms().ownerId())) {
            throw PaymentQueries.notFound(id);
        }
        List<PaymentStep> steps = new ArrayList<>();
        steps.add(step(first, life.progress()));
        while (events.hasNext()) {
            DomainEventMessage<?> next = events.next();
            life = life.after((PaymentEvent) next.getPayload());
            steps.add(step(next, life.progress()));
        }
        return steps;
    }

    static PaymentStep step(DomainEventMessage<?> event, PaymentProgress progress) {
        return new PaymentStep(
                event.getSequenceNumber(),
                event.getPayloadType().getSimpleName(),
                event.getTimestamp(),
                progress.status(),
                progress.isoStatus(),
                progress.attempts(),
                progress.lastReason());
    }
}
