package io.ledgerbank.query.account;

import io.ledgerbank.api.money.Money;
import java.time.Instant;

/**
 * What an account is worth.
 *
 * @param asOf the time whose value it is; of a day that was asked for, its last moment
 * @param knownAt the time whose knowledge it is: the one that was asked for, or when the newest event reckoned in was
 *     recorded
 * @param position the place in the log up to which every event is reckoned in, and none after it
 */
public record AccountBalance(Money posted, Money held, Money available, Instant asOf, Instant knownAt, long position) {}
