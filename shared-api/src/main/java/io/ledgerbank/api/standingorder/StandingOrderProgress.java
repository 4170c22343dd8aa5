package io.ledgerbank.api.standingorder;

import java.util.Optional;

/**
 * How far a standing order has come: a fold of its events, the same for whoever decides, shows or drives it.
 *
 * @param next the run to come; empty when there is none
 * @param runsMade how many runs have been due so far
 */
public record StandingOrderProgress(StandingOrderStatus status, Optional<DueRun> next, int runsMade) {

    public static StandingOrderProgress of(StandingOrderPlaced placed) {
        return new StandingOrderProgress(StandingOrderStatus.ACTIVE, Optional.of(placed.first()), 0);
    }

    /** After one more event of the same order. */
    public StandingOrderProgress after(StandingOrderEvent event) {
        return switch (event) {
            case StandingOrderPlaced placed -> of(placed);
            case StandingOrderRan ran ->
                new StandingOrderProgress(
                        ran.next().isPresent() ? StandingOrderStatus.ACTIVE : StandingOrderStatus.COMPLETED,
                        ran.next(),
                        ran.run().number());
            case StandingOrderCancelled cancelled ->
                new StandingOrderProgress(StandingOrderStatus.CANCELLED, Optional.empty(), runsMade);
        };
    }
}
