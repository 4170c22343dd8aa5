package io.ledgerbank.query.payment;

import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.query.audit.Total;
import java.util.List;

/**
 * How many payments there are and of how much.
 *
 * @param count of them all
 */
public record PaymentStats(long count, List<Group> groups) {

    /**
     * Those of one type that are in one status.
     *
     * @param sums what they order to be moved, by currency
     */
    public record Group(PaymentType type, PaymentStatus status, long count, List<Total> sums) {}

    static PaymentStats of(List<Group> groups) {
        return new PaymentStats(groups.stream().mapToLong(Group::count).sum(), groups);
    }
}
