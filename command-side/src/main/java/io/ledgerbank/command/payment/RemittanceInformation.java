package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.request.PrintableText;
import java.util.Optional;

/** A payment says in 1 to 140 printable characters what it is for. */
final class RemittanceInformation {

    private static final int MOST_CHARACTERS = 140;

    private RemittanceInformation() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return check(facts.order().remittanceInformation());
    }

    static Optional<Rejection> check(String text) {
        if (text.isBlank()) {
            return refusal(Reason.DESCRIPTION_REQUIRED, "Remittance information says what the payment is for");
        }
        if (PrintableText.length(text) > MOST_CHARACTERS) {
            return refusal(
                    Reason.DESCRIPTION_TOO_LONG,
                    "Remittance information has at most %d characters".formatted(MOST_CHARACTERS));
        }
        if (!PrintableText.isPrintable(text)) {
            return refusal(Reason.INVALID_DESCRIPTION_FORMAT, "Remittance information has printable characters only");
        }
        return Optional.empty();
    }

    private static Optional<Rejection> refusal(Reason reason, String detail) {
        return Optional.of(Rejection.of(reason, detail));
    }
}
