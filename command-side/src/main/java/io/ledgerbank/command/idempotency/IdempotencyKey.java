package io.ledgerbank.command.idempotency;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Optional;
import java.util.regex.Pattern;

/** By which a client marks requests that are one and the same: 1 to 255 visible ASCII characters. */
public record IdempotencyKey(String value) {

    private static final Pattern FORMAT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** @throws RejectedException {@code invalid_idempotency_key} */
    public IdempotencyKey {
        if (!FORMAT.matcher(value).matches()) {
            throw new RejectedException(
                    Reason.INVALID_IDEMPOTENCY_KEY, "An Idempotency-Key has 1 to 255 visible ASCII characters");
        }
    }

    /** @throws RejectedException {@code missing_idempotency_key} or {@code invalid_idempotency_key} */
    public static IdempotencyKey required(Optional<String> header) {
        return header.map(IdempotencyKey::new)
                .orElseThrow(() -> new RejectedException(
                        Reason.MISSING_IDEMPOTENCY_KEY, "A call that moves money carries an Idempotency-Key header"));
    }
}
