package io.ledgerbank.api.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.regex.Pattern;

/** A bank's or a branch's business identifier code (ISO 9362): 8 or 11 characters with a country's code in the middle. */
public record Bic(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?");
    private static final int COUNTRY_BEGINS = 4;
    private static final int COUNTRY_ENDS = 6;

    /** @throws RejectedException {@code invalid_bic} */
    @JsonCreator
    public Bic {
        if (!FORMAT.matcher(value).matches() || !Country.isKnown(value.substring(COUNTRY_BEGINS, COUNTRY_ENDS))) {
            throw new RejectedException(Reason.INVALID_BIC, Reason.INVALID_BIC.description());
        }
    }

    public Country country() {
        return new Country(value.substring(COUNTRY_BEGINS, COUNTRY_ENDS));
    }

    @Override
    public String toString() {
        return value;
    }
}
