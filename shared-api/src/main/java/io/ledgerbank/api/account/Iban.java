package io.ledgerbank.api.account;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Locale;
import org.iban4j.IbanUtil;

/** An IBAN in electronic form (ISO 13616): capitals and digits, its country's length, correct check digits. */
public record Iban(@JsonValue String value) {

    /** What stands in place of one that has been forgotten. */
    public static final Iban ERASED = new Iban("erased");

    @JsonCreator
    static Iban read(String text) {
        return text.equals(ERASED.value) ? ERASED : parse(text);
    }

    /**
     * Reads an IBAN with or without the spaces of its printed form.
     *
     * @throws RejectedException {@code invalid_iban}
     */
    public static Iban parse(String text) {
        String electronic = text.replace(" ", "").toUpperCase(Locale.ROOT);
        if (!IbanUtil.isValid(electronic)) {
            throw new RejectedException(Reason.INVALID_IBAN, "The IBAN's country, length or check digits are wrong");
        }
        return new Iban(electronic);
    }

    @Override
    public String toString() {
        return value;
    }
}
