package io.ledgerbank.command.standingorder;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A payment that recurs: what is paid, when, and how far it has come. What a run leads to, others decide. */
class StandingOrder {

    @AggregateIdentifier
    private StandingOrderId standingOrderId;

    private StandingOrderPlaced placed;
    private StandingOrderProgress progress;

    @SuppressWarnings("NullAway.Init")
    StandingOrder() {}

    @SuppressWarnings("NullAway.Init")
    StandingOrder(StandingOrderPlaced placed) {
        apply(placed);
    }

    void record(StandingOrderEvent event) {
        apply(event);
    }

    StandingOrderPlaced placed() {
        return placed;
    }

    StandingOrderProgress progress() {
        return progress;
    }

    StandingOrderDetails details() {
        return StandingOrderDetails.of(placed, progress);
    }

    @EventSourcingHandler
    void on(StandingOrderPlaced event) {
        standingOrderId = event.standingOrderId();
        placed = event;
        progress = StandingOrderProgress.of(event);
    }

    @EventSourcingHandler
    void on(StandingOrderEvent event) {
        progress = progress.after(event);
    }
}
