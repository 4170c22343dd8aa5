package io.ledgerbank.command.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.command.request.PrintableText;
import java.text.Normalizer;

/** Somebody's name: 1 to 255 printable characters in Unicode's composed form. */
record FullName(@JsonValue String value) {

    private static final int MOST_CHARACTERS = 255;

    /** @throws RejectedException {@code invalid_name_format} */
    @JsonCreator
    static FullName parse(String text) {
        String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        if (!PrintableText.isPrintable(name) || PrintableText.length(name) > MOST_CHARACTERS) {
            throw new RejectedException(Reason.INVALID_NAME_FORMAT, Reason.INVALID_NAME_FORMAT.description());
        }
        return new FullName(name);
    }
}
