package io.ledgerbank.api.bank;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.regex.Pattern;

/** Names an external bank: 3 to 32 capitals, digits and underscores. */
public record BankCode(@JsonValue String value) {

    private static final Pattern FORMAT = Pattern.compile("[A-Z0-9_]{3,32}");

    /** @throws RejectedException {@code bank_not_found} when no bank can have such a code */
    @JsonCreator
    public BankCode {
        if (!FORMAT.matcher(value).matches()) {
            throw new RejectedException(Reason.BANK_NOT_FOUND, "No bank has this code");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
