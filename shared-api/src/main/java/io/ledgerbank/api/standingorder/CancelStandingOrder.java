package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.user.Caller;

/** Have no more runs. To anybody but its owner the order does not exist. */
public record CancelStandingOrder(StandingOrderId standingOrderId, Caller caller) {}
