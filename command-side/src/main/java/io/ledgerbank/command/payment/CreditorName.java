package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.request.PrintableText;
import java.util.Optional;

/** An external creditor has a name of 1 to 140 printable characters. */
final class CreditorName {

    private static final int MOST_CHARACTERS = 140;

    private CreditorName() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.order().externalCreditor().flatMap(creditor -> check(creditor.name()));
    }

    static Optional<Rejection> check(String name) {
        if (PrintableText.isPrintable(name) && PrintableText.length(name) <= MOST_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(
                Reason.INVALID_NAME_FORMAT,
                "A creditor's name has 1 to %d printable characters".formatted(MOST_CHARACTERS)));
    }
}
