package io.ledgerbank.api.standingorder;

import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;

/**
 * Have a payment recur. Refused if the order is malformed, its accounts are not there for the caller, or the first date is
 * over; what each run pays is decided when it is due.
 */
public record PlaceStandingOrder(
        StandingOrderId standingOrderId, PaymentOrder order, Recurrence recurrence, Caller caller) {}
