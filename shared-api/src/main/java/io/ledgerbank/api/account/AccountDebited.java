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
        Optional<Instant> bookedAt)
        implements MoneyEvent {}
