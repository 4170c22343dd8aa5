package io.ledgerbank.api.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Locale;
import java.util.Set;

/** A country's code in ISO 3166-1 alpha-2. */
public record Country(@JsonValue String code) {

    private static final Set<String> KNOWN = Set.of(Locale.getISOCountries());

    /** @throws RejectedException {@code invalid_country} */
    @JsonCreator
    public Country {
        if (!isKnown(code)) {
            throw new RejectedException(Reason.INVALID_COUNTRY, Reason.INVALID_COUNTRY.description());
        }
    }

    static boolean isKnown(String code) {
        return KNOWN.contains(code);
    }

    @Override
    public String toString() {
        return code;
    }
}
