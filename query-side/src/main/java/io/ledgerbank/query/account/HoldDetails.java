package io.ledgerbank.query.account;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Money set aside for a payment that is on its way, as clients see it.
 *
 * @param counterparty who is to be paid; like what follows, absent from holds of the log's first revision
 * @param bookingDate the day on whose limits it counts
 * @param position the place in the log of the event that placed it
 */
public record HoldDetails(
        PaymentId paymentId,
        Money amount,
        Optional<Counterparty> counterparty,
        Optional<String> remittanceInformation,
        Optional<Instant> heldAt,
        Optional<LocalDate> bookingDate,
        long position) {}
