package io.ledgerbank.command.operation;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.ResolvePayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.request.Explanation;
import io.ledgerbank.command.request.PrintableText;
import java.util.Optional;

/** Administrators operate, and what they write down about it can be read by people. */
final class OperatorRules {

    private static final int LONGEST_EVIDENCE = 1000;

    private OperatorRules() {}

    static Optional<Rejection> refusalOf(Caller caller) {
        return caller.isAdmin()
                ? Optional.empty()
                : Optional.of(Rejection.of(Reason.INSUFFICIENT_PERMISSIONS, "Only administrators operate payments"));
    }

    static Optional<Rejection> checkEvidence(String text) {
        return PrintableText.isPrintable(text) && PrintableText.length(text) <= LONGEST_EVIDENCE
                ? Optional.empty()
                : Optional.of(Rejection.of(Reason.INVALID_EVIDENCE, Reason.INVALID_EVIDENCE.description()));
    }

    /** @throws RejectedException when one of the operation's texts cannot be read, or its caller may not operate */
    static void require(Operation operation) {
        refusalOf(operation.caller())
                .or(() -> Explanation.check(operation.reason()))
                .or(() -> operation instanceof ResolvePayment resolve
                        ? checkEvidence(resolve.evidence())
                        : Optional.empty())
                .ifPresent(rejection -> {
                    throw new RejectedException(rejection);
                });
    }
}
