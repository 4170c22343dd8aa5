package io.ledgerbank.api.account;

import io.ledgerbank.api.money.Money;

/**
 * How much an account may pay. What is held or posted counts on its booking day; what comes to nothing is given back to
 * that day.
 *
 * @param singleLimit the most that one payment may debit
 * @param dailyLimit the most that all payments of one booking day may debit
 * @param monthlyLimit the most that all payments of one calendar month may debit
 */
public record AccountLimits(Money singleLimit, Money dailyLimit, Money monthlyLimit) {}
