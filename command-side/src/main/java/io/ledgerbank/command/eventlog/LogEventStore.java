package io.ledgerbank.command.eventlog;

import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/** Axon's store, which also lets a unit of work know what it has staged. */
final class LogEventStore extends EmbeddedEventStore {

    LogEventStore(Builder builder) {
        super(builder);
    }

    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            events.forEach(event -> note(event, CurrentUnitOfWork.get()));
        }
        super.publish(events);
    }

    /** A command that another sends is part of what the other does. */
    private static void note(EventMessage<?> event, UnitOfWork<?> unit) {
        if (event instanceof DomainEventMessage<?> domain) {
            Staged.in(unit).add(domain.getAggregateIdentifier(), domain.getSequenceNumber());
        }
        unit.parent().filter(parent -> !parent.isRoot()).ifPresent(parent -> note(event, parent));
    }
}
