package io.ledgerbank.api.account;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What money is held for.
 *
 * @param bookingDate the day in the bank's zone on whose limits the hold counts
 */
public record Purpose(Counterparty counterparty, String remittanceInformation, Instant heldAt, LocalDate bookingDate) {}
