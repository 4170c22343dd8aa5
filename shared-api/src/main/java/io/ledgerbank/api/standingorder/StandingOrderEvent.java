package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.id.StandingOrderId;

/** What happened to a standing order. */
public sealed interface StandingOrderEvent permits StandingOrderPlaced, StandingOrderRan, StandingOrderCancelled {

    StandingOrderId standingOrderId();
}
