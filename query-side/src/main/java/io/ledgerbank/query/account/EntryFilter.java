package io.ledgerbank.query.account;

import io.ledgerbank.api.ledger.Direction;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Which of an account's entries are asked for.
 *
 * @param from the first booking date, inclusive
 * @param to the last booking date, inclusive
 */
public record EntryFilter(Optional<LocalDate> from, Optional<LocalDate> to, Optional<Direction> direction) {}
