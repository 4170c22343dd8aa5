package io.ledgerbank.command.payment;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.AccountFacts;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a payment's policies may know.
 *
 * @param debtor empty when the order names none, or one that does not exist
 * @param creditor likewise, of accounts of ours
 * @param bank the external creditor's, when there is one and we know it
 */
record PaymentFacts(
        PaymentOrder order,
        Caller caller,
        Optional<AccountFacts> debtor,
        Optional<AccountFacts> creditor,
        Optional<Bank> bank) {

    /** What can be said before any account is looked at. */
    static PaymentFacts of(PaymentOrder order, Caller caller) {
        return new PaymentFacts(order, caller, Optional.empty(), Optional.empty(), Optional.empty());
    }

    Stream<AccountFacts> accounts() {
        return Stream.concat(debtor.stream(), creditor.stream());
    }
}
