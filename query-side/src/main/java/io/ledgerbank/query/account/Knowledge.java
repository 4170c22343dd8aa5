package io.ledgerbank.query.account;

import java.time.Instant;

/**
 * How much of the log an answer reckons in.
 *
 * @param position every event up to here, and none after it
 * @param at the time up to which that is all that was recorded
 */
record Knowledge(long position, Instant at) {}
