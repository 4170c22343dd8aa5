package io.ledgerbank.simulator;

import org.jspecify.annotations.Nullable;

/** Reads numbers that have a range. */
final class Ranged {

    private Ranged() {}

    static int number(String field, @Nullable Integer number, int least, int most) {
        if (number == null || number < least || number > most) {
            throw new MalformedRequest(field + " must be a number from " + least + " to " + most);
        }
        return number;
    }
}
