package io.ledgerbank.api.standingorder;

/** Where a standing order is in its life. */
public enum StandingOrderStatus {
    /** Another run is to come. */
    ACTIVE,
    /** All its runs are made. */
    COMPLETED,
    /** Its owner ended it. */
    CANCELLED
}
