package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** Money is moved in the currency of every account it touches; nothing is converted. */
final class SameCurrency {

    private SameCurrency() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.accounts()
                .filter(account ->
                        !account.currency().equals(facts.order().amount().currency()))
                .map(account -> Rejection.of(
                        Reason.CURRENCY_MISMATCH,
                        "The amount is in %s, an account in %s"
                                .formatted(facts.order().amount().currency(), account.currency())))
                .findFirst();
    }
}
