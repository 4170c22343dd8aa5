package io.ledgerbank.saga.bankconnection;

import java.time.Instant;
import java.util.Optional;

/**
 * Where reading an account goes on.
 *
 * @param after the bank's mark behind which it does; empty for the beginning
 * @param upTo the time of the latest line that was read
 */
record Resume(Optional<String> after, Optional<Instant> upTo) {}
