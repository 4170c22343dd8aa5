package io.ledgerbank.saga.bank;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import java.util.Optional;

/** What of a bank's answer is the bank's own trouble; the catalogue's category decides. A refusal is a sound answer. */
interface Trouble {

    static Optional<Reason> in(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Executed executed -> Optional.empty();
            case Outcome.Returned returned -> Optional.empty();
            case Outcome.NotExecuted failed -> in(failed.reason());
            case Outcome.Unknown unknown -> in(unknown.reason());
        };
    }

    static Optional<Reason> in(InquiryAnswer answer) {
        return switch (answer) {
            case InquiryAnswer.Told(Outcome outcome) -> in(outcome);
            case InquiryAnswer.NeverGotIt nothing -> Optional.empty();
        };
    }

    static Optional<Reason> in(BankAnswer<?> answer) {
        return answer instanceof BankAnswer.Failed<?> failed ? in(failed.reason()) : Optional.empty();
    }

    private static Optional<Reason> in(Reason reason) {
        return Optional.of(reason)
                .filter(cause ->
                        cause.category() == Category.EXTERNAL_DEPENDENCY || cause.category() == Category.SYSTEM);
    }
}
