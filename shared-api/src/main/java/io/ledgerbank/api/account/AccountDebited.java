package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money left an account at once.
 *
 * @param bookedAt absent from debits of the first revision
 * @param reversalOf the payment that the bank takes back by this, which no limit of the account counts; absent from debits of
 *     the first two revisions, which limits have counted
 */
public record AccountDebited(
        AccountId accountId,
        PaymentId paymentId,
        Money amount,
        InternalAccount contra,
        Counterparty counterparty,
        String remittanceInformation,
        LocalDate bookingDate,
        LocalDate valueDate,
        Optional<Instant> bookedAt,
        Optional<PaymentId> reversalOf)
        implements MoneyEvent {

    /** Whatever takes no other payment back. */
    public AccountDebited(
            AccountId accountId,
            PaymentId paymentId,
            Money amount,
            InternalAccount contra,
            Counterparty counterparty,
            String remittanceInformation,
            LocalDate bookingDate,
            LocalDate valueDate,
            Optional<Instant> bookedAt) {
        this(
                accountId,
                paymentId,
                amount,
                contra,
                counterparty,
                remittanceInformation,
                bookingDate,
                valueDate,
                bookedAt,
                Optional.empty());
    }
}
