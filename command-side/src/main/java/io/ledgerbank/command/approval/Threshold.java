package io.ledgerbank.command.approval;

import io.ledgerbank.api.money.Money;

/**
 * Up to what amount one person alone does something.
 *
 * @param wholeUnits of any currency
 */
public record Threshold(long wholeUnits) {

    public boolean isExceededBy(Money amount) {
        return amount.isGreaterThan(Money.of(Long.toString(wholeUnits), amount.currency()));
    }
}
