package io.ledgerbank.command.account;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.command.request.PrintableText;
import java.util.Optional;

/** An account's name has 1 to 100 printable characters. */
final class AccountName {

    private static final int MOST_CHARACTERS = 100;

    private AccountName() {}

    static Optional<Rejection> check(String name) {
        if (PrintableText.isPrintable(name) && PrintableText.length(name) <= MOST_CHARACTERS) {
            return Optional.empty();
        }
        return Optional.of(Rejection.of(
                Reason.INVALID_ACCOUNT_NAME_FORMAT,
                "An account name has 1 to %d printable characters".formatted(MOST_CHARACTERS)));
    }
}
