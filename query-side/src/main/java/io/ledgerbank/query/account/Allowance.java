package io.ledgerbank.query.account;

import io.ledgerbank.api.money.Money;
import java.math.BigInteger;

/**
 * How much of a limit is used up.
 *
 * @param spent what was paid or is on its way
 * @param remaining never negative, even when the limit was lowered below what is spent
 * @param utilisation in whole percent, rounded down; 100 of a limit of zero
 */
public record Allowance(Money limit, Money spent, Money remaining, int utilisation) {

    private static final int ALL = 100;

    static Allowance of(Money limit, Money spent) {
        Money left = limit.minus(spent);
        Money remaining = left.isPositive() ? left : Money.zero(limit.currency());
        return new Allowance(limit, spent, remaining, percent(limit, spent));
    }

    private static int percent(Money limit, Money spent) {
        if (!limit.isPositive()) {
            return ALL;
        }
        return BigInteger.valueOf(spent.minorUnits())
                .multiply(BigInteger.valueOf(ALL))
                .divide(BigInteger.valueOf(limit.minorUnits()))
                .min(BigInteger.valueOf(Integer.MAX_VALUE))
                .intValue();
    }
}
