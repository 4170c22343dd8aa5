package io.ledgerbank.query.standingorder;

import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.RowFold;

/** How far a standing order has come, and the position of the last event that this reflects. */
record Reached(StandingOrderProgress progress, long lastPosition) {

    static Reached whenPlaced(StandingOrderPlaced event, long position) {
        return new Reached(StandingOrderProgress.of(event), position);
    }

    /** Folds one more event of the order; false when it is reflected already. */
    boolean moveOn(Recorded<StandingOrderEvent> recorded, RowFold<Reached> rows) {
        if (recorded.position() <= lastPosition) {
            return false;
        }
        StandingOrderEvent event = recorded.event();
        rows.put(event.standingOrderId().value(), new Reached(progress.after(event), recorded.position()));
        return true;
    }
}
