package io.ledgerbank.command.account;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.request.PrintableText;
import java.util.Optional;

/** Whoever changes another's account, or closes one, says why in 1 to 255 printable characters. */
final class Explanation {

    private static final int MOST_CHARACTERS = 255;

    private Explanation() {}

    static Optional<Rejection> check(String text) {
        if (PrintableText.isPrintable(text) && PrintableText.length(text) <= MOST_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(
                Reason.INVALID_EXPLANATION, "A reason has 1 to %d printable characters".formatted(MOST_CHARACTERS)));
    }
}
