package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.id.StandingOrderId;
import java.time.Instant;

/** There will be no more runs. Payments that were taken on already go their own way. */
public record StandingOrderCancelled(StandingOrderId standingOrderId, Instant cancelledAt)
        implements StandingOrderEvent {}
