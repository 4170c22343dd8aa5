package io.ledgerbank.api.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.bank.BankCode;

/** One of the bank's own accounts; these exist in entries only. */
public record InternalAccount(@JsonValue String code) implements LedgerAccount {

    /** Notes and coins: deposits come from it, withdrawals go to it. */
    public static final InternalAccount CASH = new InternalAccount("cash");

    /** Where money is between the two legs of a transfer; zero after every append. */
    public static final InternalAccount CLEARING = new InternalAccount("clearing");

    /** Money whose owner is in doubt. */
    public static final InternalAccount SUSPENSE = new InternalAccount("suspense");

    @JsonCreator
    public InternalAccount {}

    /** What we owe an external bank, or it us. */
    public static InternalAccount settlement(BankCode bank) {
        return new InternalAccount("settlement:" + bank);
    }

    @Override
    public String toString() {
        return code;
    }
}
