package io.ledgerbank.api.error;

import java.util.List;

/**
 * A refusal: the catalogue's reason and what it means in this case.
 *
 * @param detail a sentence for the caller; it never holds personal data, SQL or class names
 * @param errors the fields at fault, empty unless the input was
 */
public record Rejection(Reason reason, String detail, List<FieldError> errors) {

    public Rejection {
        errors = List.copyOf(errors);
    }

    public static Rejection of(Reason reason, String detail) {
        return new Rejection(reason, detail, List.of());
    }
}
