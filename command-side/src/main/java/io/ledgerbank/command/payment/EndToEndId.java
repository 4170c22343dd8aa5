package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;
import java.util.regex.Pattern;

/** A client's own reference, if it gives one, has 1 to 35 printable ASCII characters (ISO 20022 Max35Text). */
final class EndToEndId {

    private static final Pattern FORMAT = Pattern.compile("[\\x21-\\x7e]([\\x20-\\x7e]{0,33}[\\x21-\\x7e])?");

    private EndToEndId() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.order().endToEndId().flatMap(EndToEndId::check);
    }

    static Optional<Rejection> check(String text) {
        if (FORMAT.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(
                Reason.INVALID_END_TO_END_ID,
                "An end-to-end id has 1 to 35 printable ASCII characters and no space at either end"));
    }
}
