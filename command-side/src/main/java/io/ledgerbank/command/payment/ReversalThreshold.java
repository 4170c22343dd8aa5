package io.ledgerbank.command.payment;

import io.ledgerbank.api.money.Money;

/**
 * Up to what amount one person alone takes a payment back.
 *
 * @param wholeUnits of any currency
 */
record ReversalThreshold(long wholeUnits) {

    boolean isExceededBy(Money amount) {
        return amount.isGreaterThan(Money.of(Long.toString(wholeUnits), amount.currency()));
    }
}
