package io.ledgerbank.command.approval;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.request.PrintableText;
import java.util.Optional;

/** Whoever asks for something that takes two, or refuses it, says why in 1 to 255 printable characters. */
final class ApprovalReason {

    private static final int MOST_CHARACTERS = 255;

    private ApprovalReason() {}

    static Optional<Rejection> check(String text) {
        if (PrintableText.isPrintable(text) && PrintableText.length(text) <= MOST_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(
                Reason.INVALID_EXPLANATION, "A reason has 1 to %d printable characters".formatted(MOST_CHARACTERS)));
    }

    static void require(String text) {
        check(text).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
    }
}
