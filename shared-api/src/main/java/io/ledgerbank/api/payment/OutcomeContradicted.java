package io.ledgerbank.api.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The bank says the opposite of how the payment ended. No customer's money moves: what the bank's word would change between
 * us and it stands against the suspense account until a person has found out.
 *
 * @param claimed what the bank says now
 * @param reason why it did not execute the payment, if that is what it says
 * @param bankReference by which it knows the execution, if that is what it says
 */
public record OutcomeContradicted(
        PaymentId paymentId,
        int attempt,
        Execution claimed,
        Optional<Reason> reason,
        Optional<String> bankReference,
        BankCode bank,
        Money amount,
        LocalDate bookingDate,
        LocalDate valueDate,
        Instant contradictedAt)
        implements PaymentEvent, Booked {

    @Override
    public List<Entry> entries() {
        InternalAccount settlement = InternalAccount.settlement(bank);
        return switch (claimed) {
            case EXECUTED -> List.of(Entry.debit(InternalAccount.SUSPENSE, amount), Entry.credit(settlement, amount));
            case NOT_EXECUTED ->
                List.of(Entry.credit(InternalAccount.SUSPENSE, amount), Entry.debit(settlement, amount));
        };
    }
}
