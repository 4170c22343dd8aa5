package io.ledgerbank.saga.bank;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.Outcome;
import java.util.Optional;

/**
 * What a bank told us unasked, after its signature was checked; the outcome is certain one way or the other.
 *
 * @param amount the sum that the bank speaks of, if it names one
 */
public record BankNotification(BankCode bank, PaymentId instructionId, Outcome outcome, Optional<Money> amount) {

    /** Whether it may be about an instruction of this sum to this bank. */
    public boolean mayConcern(BankCode told, Money ordered) {
        return bank.equals(told) && amount.map(ordered::equals).orElse(true);
    }
}
