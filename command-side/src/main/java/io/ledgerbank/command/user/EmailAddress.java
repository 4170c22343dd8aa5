package io.ledgerbank.command.user;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address as we keep it: trimmed, in lower case, at most 255 ASCII characters. */
record EmailAddress(@JsonValue String value) {

    private static final int LONGEST = 255;
    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern FORMAT = Pattern.compile(
            "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@" + LABEL + "(?:\\." + LABEL + ")+");

    /** @throws RejectedException {@code invalid_email_format} */
    @JsonCreator
    static EmailAddress parse(String text) {
        return read(text)
                .orElseThrow(() -> new RejectedException(
                        Reason.INVALID_EMAIL_FORMAT, "An e-mail address looks like name@example.com"));
    }

    static Optional<EmailAddress> read(String text) {
        String email = text.strip().toLowerCase(Locale.ROOT);
        return email.length() <= LONGEST && FORMAT.matcher(email).matches()
                ? Optional.of(new EmailAddress(email))
                : Optional.empty();
    }
}
