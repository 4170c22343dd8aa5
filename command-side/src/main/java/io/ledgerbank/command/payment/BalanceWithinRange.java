package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.Rejection;
import io.ledgerbank.api.money.Money;
import java.util.Optional;

/** No balance grows beyond what {@link Money} can write down and read back. */
final class BalanceWithinRange {

    private BalanceWithinRange() {}

    static Optional<Rejection> check(PaymentFacts facts) {
        return facts.creditor()
                .filter(creditor -> overflows(creditor.posted(), facts.order().amount()))
                .map(creditor -> Rejection.of(
                        Reason.BALANCE_OUT_OF_RANGE, "The creditor's balance would grow beyond the ledger's range"));
    }

    /** Neither is negative beyond an overdraft, so only their sum can be too large. */
    private static boolean overflows(Money posted, Money amount) {
        return posted.minorUnits() > Money.MOST_MINOR_UNITS - amount.minorUnits();
    }
}
