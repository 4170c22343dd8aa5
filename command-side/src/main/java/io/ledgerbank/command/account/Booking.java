package io.ledgerbank.command.account;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.PaymentId;
import java.time.LocalDate;

/** What a debit, a credit or a capture says besides the account it is booked on. */
public record Booking(
        PaymentId paymentId,
        Money amount,
        InternalAccount contra,
        Counterparty counterparty,
        String remittanceInformation,
        LocalDate bookingDate,
        LocalDate valueDate) {}
