package io.ledgerbank.query.account;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.money.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One line of an account as clients see it.
 *
 * @param id that of the event that booked it
 * @param position that event's place in the log
 * @param amount positive; the direction tells the sign
 * @param balanceAfter what was posted once this entry was booked
 */
public record EntryDetails(
        UUID id,
        long position,
        Direction direction,
        Money amount,
        Money balanceAfter,
        PaymentId paymentId,
        Counterparty counterparty,
        String remittanceInformation,
        LocalDate bookingDate,
        LocalDate valueDate) {}
