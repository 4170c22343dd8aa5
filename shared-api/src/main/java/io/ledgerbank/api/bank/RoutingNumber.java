package io.ledgerbank.api.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;

/** A branch's routing number (ABA): nine digits, of which the last checks the others. */
public record RoutingNumber(@JsonValue String value) {

    private static final int[] WEIGHTS = {3, 7, 1, 3, 7, 1, 3, 7, 1};

    /** @throws RejectedException {@code invalid_routing_number} */
    @JsonCreator
    public RoutingNumber {
        if (!value.matches("[0-9]{9}") || sum(value) % 10 != 0 || sum(value) == 0) {
            throw new RejectedException(Reason.INVALID_ROUTING_NUMBER, Reason.INVALID_ROUTING_NUMBER.description());
        }
    }

    private static int sum(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * Character.digit(digits.charAt(i), 10);
        }
        return sum;
    }

    @Override
    public String toString() {
        return value;
    }
}
