package io.ledgerbank.command.account;

import java.time.Instant;
import java.time.LocalDate;

/**
 * When something is decided.
 *
 * @param day the time's booking day
 */
public record Moment(Instant time, LocalDate day) {}
