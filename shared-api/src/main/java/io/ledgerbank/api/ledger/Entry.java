package io.ledgerbank.api.ledger;

import io.ledgerbank.api.money.Money;

/**
 * One line in one account of the ledger.
 *
 * @param amount positive; the direction tells the sign
 */
public record Entry(LedgerAccount account, Direction direction, Money amount) {

    public static Entry debit(LedgerAccount account, Money amount) {
        return new Entry(account, Direction.DEBIT, amount);
    }

    public static Entry credit(LedgerAccount account, Money amount) {
        return new Entry(account, Direction.CREDIT, amount);
    }

    /** What the entry adds to its account's balance; negative for a debit. */
    public Money change() {
        return direction == Direction.CREDIT ? amount : amount.negated();
    }
}
