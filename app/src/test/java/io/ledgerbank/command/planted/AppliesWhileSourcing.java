package io.ledgerbank.command.planted;

import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateLifecycle;

/** Planted: replaying this one writes new events. */
public class AppliesWhileSourcing {

    @EventSourcingHandler
    void on(String event) {
        AggregateLifecycle.apply(event + " again");
    }
}
