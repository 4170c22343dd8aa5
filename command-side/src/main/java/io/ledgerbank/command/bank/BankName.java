package io.ledgerbank.command.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.request.PrintableText;

/** A bank's or a branch's name: 2 to 100 printable characters. */
record BankName(@JsonValue String value) {

    private static final int FEWEST_CHARACTERS = 2;
    private static final int MOST_CHARACTERS = 100;

    /** @throws RejectedException {@code invalid_name_format} */
    @JsonCreator
    BankName {
        if (!PrintableText.isPrintable(value)
                || PrintableText.length(value) < FEWEST_CHARACTERS
                || PrintableText.length(value) > MOST_CHARACTERS) {
            throw new RejectedException(Reason.INVALID_NAME_FORMAT, "A bank's name has 2 to 100 printable characters");
        }
    }
}
