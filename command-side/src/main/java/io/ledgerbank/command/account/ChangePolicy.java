package io.ledgerbank.command.account;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import java.util.List;
import java.util.Optional;

/** One rule that a change of an account must obey: facts in, an optional refusal out, nothing else. */
@FunctionalInterface
interface ChangePolicy {

    Optional<Rejection> check(ChangeFacts facts);

    /** @throws RejectedException with the refusal of the first policy that has one */
    static void require(List<ChangePolicy> policies, ChangeFacts facts) {
        for (ChangePolicy policy : policies) {
            require(policy.check(facts));
        }
    }

    static void require(Optional<Rejection> refusal) {
        refusal.ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
    }
}
