package io.ledgerbank.command.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.text.Normalizer;
import java.util.Set;

/** Somebody's name: 1 to 255 visible characters and spaces in Unicode's composed form. */
record FullName(@JsonValue String value) {

    private static final int LONGEST = 255;

    /** Invisible ones could turn a name's letters around or hide in it. */
    private static final Set<Byte> REFUSED = Set.of(
            Character.CONTROL,
            Character.FORMAT,
            Character.SURROGATE,
            Character.PRIVATE_USE,
            Character.UNASSIGNED,
            Character.LINE_SEPARATOR,
            Character.PARAGRAPH_SEPARATOR);

    /** @throws RejectedException {@code invalid_name_format} */
    @JsonCreator
    static FullName parse(String text) {
        String name = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
        boolean visible =
                name.codePoints().noneMatch(character -> REFUSED.contains((byte) Character.getType(character)));
        if (name.isEmpty() || name.length() > LONGEST || !visible) {
            throw new RejectedException(Reason.INVALID_NAME_FORMAT, Reason.INVALID_NAME_FORMAT.description());
        }
        return new FullName(name);
    }
}
