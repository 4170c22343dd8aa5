package io.ledgerbank.command.payment;

import io.ledgerbank.api.bank.BankStatus;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import java.util.Optional;

/** An external payment goes to a bank that this one deals with, and that makes payments. */
final class KnownBank {

    private KnownBank() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        if (facts.order().externalCreditor().isEmpty()) {
            return Optional.empty();
        }
        if (facts.bank().isEmpty()) {
            return Optional.of(Rejection.of(Reason.BANK_NOT_FOUND, "There is no bank of this code"));
        }
        if (facts.bank().filter(bank -> bank.status() == BankStatus.INACTIVE).isPresent()) {
            return Optional.of(Rejection.of(Reason.BANK_INACTIVE, Reason.BANK_INACTIVE.description()));
        }
        return facts.bank()
                .filter(bank -> !bank.integration().paysOthers())
                .map(bank -> Rejection.of(
                        Reason.BANK_MOVES_NO_MONEY, "No payment to others can be made through " + bank.name()));
    }
}
