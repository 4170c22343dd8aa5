package io.ledgerbank.api.ledger;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.util.List;

/** Our accounts with other banks as the ledger shows them, which may be a moment behind. Thread-safe. */
@FunctionalInterface
public interface SettlementBook {

    /**
     * One line.
     *
     * @param position in the log, of the event that booked it
     * @param amount positive where we came to owe the bank
     */
    record Line(long position, BankCode bank, PaymentId paymentId, Money amount, Instant bookedAt) {}

    /** The next lines behind the position, in the order of the log. */
    List<Line> after(long position, int most);
}
