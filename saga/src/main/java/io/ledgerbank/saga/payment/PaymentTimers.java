package io.ledgerbank.saga.payment;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.WorkQueue;
import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log and keeps one timer for each payment that waits for its day. It decides nothing and may see any event any
 * number of times.
 */
final class PaymentTimers implements EventMessageHandler {

    private final WorkQueue queue;
    private final ExternalPayments payments;

    PaymentTimers(WorkQueue queue, ExternalPayments payments) {
        this.queue = queue;
        this.payments = payments;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return PaymentEvent.class.isAssignableFrom(payloadType);
    }

    /** What begins with its creation has never waited. */
    @Override
    public boolean canHandle(EventMessage<?> message) {
        return switch (message.getPayload()) {
            case PaymentScheduled scheduled -> true;
            case ExecutionDeferred deferred -> true;
            case PaymentCreated created -> sequenceOf(message) > 0;
            case PaymentFailed failed -> true;
            case PaymentCancelled cancelled -> true;
            default -> false;
        };
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        if (canHandle(message)) {
            on((PaymentEvent) message.getPayload(), message);
        }
        return null;
    }

    private void on(PaymentEvent event, EventMessage<?> message) {
        queue.withdraw(event.paymentId().toString(), sequenceOf(message) - 1);
        switch (event) {
            case PaymentScheduled scheduled ->
                wake(
                        scheduled.paymentId(),
                        message,
                        scheduled.dueAt(),
                        scheduled.order().priority());
            case ExecutionDeferred deferred ->
                wake(deferred.paymentId(), message, deferred.nextTryAt(), priorityOf(deferred.paymentId()));
            default -> {}
        }
    }

    private Priority priorityOf(PaymentId id) {
        return payments.lifeOf(id).map(life -> life.terms().order().priority()).orElse(Priority.NORMAL);
    }

    private void wake(PaymentId id, EventMessage<?> message, Instant due, Priority priority) {
        queue.enqueue(new WorkItem(id.toString(), sequenceOf(message), correlationOf(id, message)), due, priority);
    }

    private static String correlationOf(PaymentId id, EventMessage<?> message) {
        Object correlationId = message.getMetaData().get(MetadataKeys.CORRELATION_ID);
        return correlationId == null ? id.toString() : correlationId.toString();
    }

    private static long sequenceOf(EventMessage<?> message) {
        return ((DomainEventMessage<?>) message).getSequenceNumber();
    }
}
