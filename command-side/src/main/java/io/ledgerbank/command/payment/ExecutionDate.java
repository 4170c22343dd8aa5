package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** A payment is ordered for today or for later. */
final class ExecutionDate {

    private ExecutionDate() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.order()
                .executionDate()
                .filter(facts.today()::isAfter)
                .map(past -> Rejection.of(
                        Reason.INVALID_EXECUTION_DATE, "The execution date is over; today is " + facts.today()));
    }
}
