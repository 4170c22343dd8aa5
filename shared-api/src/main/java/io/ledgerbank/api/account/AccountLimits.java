package io.ledgerbank.api.account;

import io.ledgerbank.api.money.Money;

/**
 * How much an account may pay.
 *
 * @param singleLimit the most that one payment may debit
 */
public record AccountLimits(Money singleLimit) {}
