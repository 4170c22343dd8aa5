package io.ledgerbank.api.payment;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Somebody found out what the bank did with a payment about which it had contradicted us. If the bank was wrong, the money
 * goes back from the suspense account, and so it does if the bank has sent back what it had executed; otherwise the debtor's
 * account takes it from there in the same append.
 *
 * @param claimed what the bank had said
 * @param outcome what is certain now
 * @param evidence by which they know
 * @param approvedBy the second person, where it took one
 * @param returnReference by which the bank knows the return that undid what it claims to have executed; absent from events of
 *     the first revision
 */
public record ContradictionResolved(
        PaymentId paymentId,
        UserId actor,
        String reason,
        Execution claimed,
        Execution outcome,
        String evidence,
        Optional<UserId> approvedBy,
        BankCode bank,
        Money amount,
        LocalDate bookingDate,
        LocalDate valueDate,
        Instant resolvedAt,
        Optional<String> returnReference)
        implements PaymentEvent, OperatorAct, Booked {

    @Override
    public List<Entry> entries() {
        if (outcome == claimed && returnReference.isEmpty()) {
            return List.of();
        }
        InternalAccount settlement = InternalAccount.settlement(bank);
        return switch (claimed) {
            case EXECUTED -> List.of(Entry.credit(InternalAccount.SUSPENSE, amount), Entry.debit(settlement, amount));
            case NOT_EXECUTED ->
                List.of(Entry.debit(InternalAccount.SUSPENSE, amount), Entry.credit(settlement, amount));
        };
    }
}
