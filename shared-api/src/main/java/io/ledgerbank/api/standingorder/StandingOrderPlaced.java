package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import java.time.Instant;

/**
 * From now on a payment recurs.
 *
 * @param order what each run pays; it has no end-to-end id, each run gets its own
 * @param orderedBy the owner of the debtor account, on whose behalf every run is decided
 * @param first the run that comes first
 */
public record StandingOrderPlaced(
        StandingOrderId standingOrderId,
        PaymentOrder order,
        Recurrence recurrence,
        Caller orderedBy,
        DueRun first,
        Instant placedAt)
        implements StandingOrderEvent {}
