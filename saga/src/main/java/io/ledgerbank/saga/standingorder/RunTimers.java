package io.ledgerbank.saga.standingorder;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.StandingOrderCancelled;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.WorkQueue;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.jspecify.annotations.Nullable;

/**
 * Follows the log and keeps one timer for each standing order that has another run to come. It decides nothing and may see
 * any event any number of times. A run that was missed is due at once, and the one after it when that one is made.
 */
final class RunTimers implements EventMessageHandler {

    static final String NAME = "standing-orders";

    private final WorkQueue queue;

    RunTimers(WorkQueue queue) {
        this.queue = queue;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return StandingOrderEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return canHandleType(message.getPayloadType());
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        if (message.getPayload() instanceof StandingOrderEvent event) {
            on(event, (DomainEventMessage<?>) message);
        }
        return null;
    }

    private void on(StandingOrderEvent event, DomainEventMessage<?> message) {
        StandingOrderId id = event.standingOrderId();
        queue.withdraw(id.toString(), message.getSequenceNumber() - 1);
        switch (event) {
            case StandingOrderPlaced placed -> wake(id, placed.first(), message);
            case StandingOrderRan ran -> ran.next().ifPresent(next -> wake(id, next, message));
            case StandingOrderCancelled cancelled -> {}
        }
    }

    private void wake(StandingOrderId id, DueRun run, DomainEventMessage<?> message) {
        WorkItem item = new WorkItem(id.toString(), message.getSequenceNumber(), correlationOf(id, message));
        queue.enqueue(item, run.dueAt(), Priority.NORMAL);
    }

    private static String correlationOf(StandingOrderId id, EventMessage<?> message) {
        Object correlationId = message.getMetaData().get(MetadataKeys.CORRELATION_ID);
        return correlationId == null ? id.toString() : correlationId.toString();
    }
}
