package io.ledgerbank.saga.batch;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.OperatorAct;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** What the log has of what was done to payments. Thread-safe. */
final class ActsOnRecord {

    private final EventStore log;

    ActsOnRecord(EventStore log) {
        this.log = log;
    }

    /** The sequence of the payment's last event. */
    Optional<Long> lastOf(PaymentId payment) {
        return log.lastSequenceNumberFor(payment.toString());
    }

    /** Whether the event that followed is what this person did for this reason. */
    boolean has(PaymentId payment, long after, BatchAction action, String reason, UserId actor) {
        DomainEventStream next = log.readEvents(payment.toString(), after + 1);
        return next.hasNext()
                && next.next().getPayload() instanceof OperatorAct act
                && action.event().isInstance(act)
                && act.actor().equals(actor)
                && act.reason().equals(reason);
    }
}
