package io.ledgerbank.command.payment;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.account.Moment;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a payment's policies may know.
 *
 * @param moment when it is decided
 * @param duplicateWindow how long ago the same order makes this one its duplicate
 * @param debtor empty when the order names none, or one that does not exist
 * @param creditor likewise, of accounts of ours
 * @param bank the external creditor's, when there is one and we know it
 */
record PaymentFacts(
        PaymentOrder order,
        Caller caller,
        Moment moment,
        Duration duplicateWindow,
        Optional<AccountFacts> debtor,
        Optional<AccountFacts> creditor,
        Optional<Bank> bank) {

    /** What can be said before any account is looked at. */
    static PaymentFacts of(PaymentOrder order, Caller caller, Moment moment, Duration duplicateWindow) {
        return new PaymentFacts(
                order, caller, moment, duplicateWindow, Optional.empty(), Optional.empty(), Optional.empty());
    }

    PaymentFacts routed(PaymentOrder routed) {
        return new PaymentFacts(routed, caller, moment, duplicateWindow, debtor, creditor, bank);
    }

    PaymentFacts with(Optional<AccountFacts> theDebtor, Optional<AccountFacts> theCreditor, Optional<Bank> theBank) {
        return new PaymentFacts(order, caller, moment, duplicateWindow, theDebtor, theCreditor, theBank);
    }

    /** Whose payment it is: the debtor's, or the creditor's where no account is debited. */
    UserId ownerId() {
        return debtor.or(this::creditor).orElseThrow().ownerId();
    }

    LocalDate today() {
        return moment.day();
    }

    Stream<AccountFacts> accounts() {
        return Stream.concat(debtor.stream(), creditor.stream());
    }
}
