package io.ledgerbank.query.board;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.audit.Total;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Stuck payments that have the same in common: probably one incident.
 *
 * @param sums by currency
 * @param oldest since when the first of them has been open
 * @param trend how many of them got stuck in each half hour of the last twelve, oldest first
 */
public record RiskGroup(
        Optional<Reason> reason,
        BankCode bank,
        Step step,
        long count,
        List<Total> sums,
        Instant oldest,
        List<Long> trend) {

    /** How many half hours the trend has. */
    public static final int HALF_HOURS = 12;
}
