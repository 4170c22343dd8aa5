package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import java.util.List;
import java.util.Optional;

/** One rule that a payment must obey: facts in, an optional refusal out, nothing else. */
@FunctionalInterface
interface PaymentPolicy {

    Optional<Rejection> check(PaymentFacts facts);

    /** @throws RejectedException with the refusal of the first policy that has one */
    static void require(List<PaymentPolicy> policies, PaymentFacts facts) {
        for (PaymentPolicy policy : policies) {
            Optional<Rejection> rejection = policy.check(facts);
            if (rejection.isPresent()) {
                throw new RejectedException(rejection.get());
            }
        }
    }
}
