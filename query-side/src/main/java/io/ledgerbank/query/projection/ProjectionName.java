package io.ledgerbank.query.projection;

import java.util.Locale;

/** The projections there are; each has a thread and a position under its code. */
public enum ProjectionName {
    ACCOUNTS,
    ENTRIES,
    PAYMENTS,
    SAGAS,
    APPROVALS,
    STANDING_ORDERS;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
