package io.ledgerbank.api.bank;

/**
 * How a bank is doing at this moment.
 *
 * @param running calls to it that are waiting for its answer
 * @param limit the most that may
 * @param recentCalls how many of the latest calls are remembered
 * @param recentFailures how many of those got no usable answer
 */
public record BankCondition(
        BankCode bank, BreakerState breaker, int running, int limit, int recentCalls, int recentFailures) {}
