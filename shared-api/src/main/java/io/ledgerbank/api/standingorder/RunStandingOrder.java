package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.id.StandingOrderId;

/**
 * Make a run that is due: its payment is taken on, made if it can be, and the run recorded, all in one append. Refused with
 * {@code already_processed} unless this run is the next one, so that each is made once however often it is asked for.
 *
 * @param run 1 for the first
 */
public record RunStandingOrder(StandingOrderId standingOrderId, int run) {}
