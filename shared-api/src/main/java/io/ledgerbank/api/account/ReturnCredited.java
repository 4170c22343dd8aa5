package io.ledgerbank.api.account;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money that had left for a bank came back: the debtor has it again.
 *
 * @param heldOn the booking day on whose limits it counted and no longer does, if it did on any
 */
public record ReturnCredited(
        AccountId accountId,
        PaymentId paymentId,
        Money amount,
        InternalAccount contra,
        Counterparty counterparty,
        String remittanceInformation,
        LocalDate bookingDate,
        LocalDate valueDate,
        Optional<LocalDate> heldOn)
        implements MoneyEvent {}
