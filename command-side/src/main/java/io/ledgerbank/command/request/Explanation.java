package io.ledgerbank.command.request;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** Whoever does something that others will ask about says why, in 1 to 255 printable characters. */
public final class Explanation {

    private static final int MOST_CHARACTERS = 255;

    private Explanation() {}

    public static Optional<Rejection> check(String text) {
        if (PrintableText.isPrintable(text) && PrintableText.length(text) <= MOST_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(
                Reason.INVALID_EXPLANATION, "A reason has 1 to %d printable characters".formatted(MOST_CHARACTERS)));
    }

    /** @throws RejectedException {@code invalid_explanation} */
    public static void require(String text) {
        check(text).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
    }
}
