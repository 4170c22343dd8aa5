package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.command.idempotency.Rendering;
import java.util.List;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows a standing order as it was after one of its events. */
final class StandingOrderAnswers implements Rendering<StandingOrderDetails> {

    private final EventStore events;

    StandingOrderAnswers(EventStore events) {
        this.events = events;
    }

    @Override
    public StandingOrderDetails at(String standingOrderId, long sequence) {
        List<StandingOrderEvent> history = events.readEvents(standingOrderId, 0)
                .asStream()
                .limit(sequence + 1)
                .map(event -> (StandingOrderEvent) event.getPayload())
                .toList();
        StandingOrderPlaced placed = (StandingOrderPlaced) history.getFirst();
        StandingOrderProgress progress = StandingOrderProgress.of(placed);
        for (StandingOrderEvent event : history.subList(1, history.size())) {
            progress = progress.after(event);
        }
        return StandingOrderDetails.of(placed, progress);
    }
}
