package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.payment.PaymentType;
import java.util.Optional;
import java.util.Set;

/** Cash passes through the hands of the bank's staff. */
final class CashThroughStaff {

    private static final Set<PaymentType> CASH = Set.of(PaymentType.DEPOSIT, PaymentType.WITHDRAWAL);

    private CashThroughStaff() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.caller().isStaff() || !CASH.contains(facts.order().type())) {
            return Optional.empty();
        }
        return Optional.of(
                Rejection.of(Reason.INSUFFICIENT_PERMISSIONS, "Deposits and withdrawals are made by the bank's staff"));
    }
}
