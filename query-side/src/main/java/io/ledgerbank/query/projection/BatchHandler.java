package io.ledgerbank.query.projection;

import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Collects the events of a processor's batch and has the projection write them when the batch's unit of work is about to
 * commit, thus in the transaction that moves the processor's position.
 */
final class BatchHandler<E> implements EventMessageHandler {

    private final String resource;
    private final Projection<E> projection;

    BatchHandler(ProjectionName name, Projection<E> projection) {
        this.resource = "batch of " + name.code();
        this.projection = projection;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return projection.events().isAssignableFrom(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return canHandleType(message.getPayloadType()) && projection.concerns(eventOf(message));
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        if (canHandle(message)) {
            batchOf(CurrentUnitOfWork.get().root()).add(recorded(message));
        }
        return null;
    }

    private List<Recorded<E>> batchOf(UnitOfWork<?> unit) {
        return unit.getOrComputeResource(resource, name -> open(unit));
    }

    private List<Recorded<E>> open(UnitOfWork<?> unit) {
        List<Recorded<E>> batch = new ArrayList<>();
        unit.onPrepareCommit(collected -> projection.write(batch));
        return batch;
    }

    private Recorded<E> recorded(EventMessage<?> message) {
        if (!(message instanceof TrackedEventMessage<?> tracked)) {
            throw new IllegalStateException("Not read from the log: " + message);
        }
        return new Recorded<>(
                eventOf(message),
                LogPosition.of(tracked.trackingToken()),
                message.getIdentifier(),
                message.getTimestamp());
    }

    private E eventOf(EventMessage<?> message) {
        return projection.events().cast(message.getPayload());
    }
}
