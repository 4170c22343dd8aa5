package io.ledgerbank.saga.work;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Set;

/** Why somebody decided as they did, in 1 to 255 printable characters. */
public record Explained(String text) {

    private static final int MOST_CHARACTERS = 255;

    private static final Set<Integer> UNPRINTABLE = Set.of(
            (int) Character.CONTROL,
            (int) Character.FORMAT,
            (int) Character.SURROGATE,
            (int) Character.LINE_SEPARATOR,
            (int) Character.PARAGRAPH_SEPARATOR,
            (int) Character.PRIVATE_USE,
            (int) Character.UNASSIGNED);

    /** @throws RejectedException {@code invalid_explanation} */
    public Explained {
        if (text.isBlank()
                || text.codePointCount(0, text.length()) > MOST_CHARACTERS
                || text.codePoints().map(Character::getType).anyMatch(UNPRINTABLE::contains)) {
            throw new RejectedException(
                    Reason.INVALID_EXPLANATION, "A reason has 1 to %d printable characters".formatted(MOST_CHARACTERS));
        }
    }
}
