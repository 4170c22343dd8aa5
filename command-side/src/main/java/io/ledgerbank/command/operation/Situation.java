package io.ledgerbank.command.operation;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.command.account.AccountFacts;
import io.ledgerbank.command.account.Booking;
import io.ledgerbank.command.account.Moment;
import io.ledgerbank.command.payment.AbroadBooking;
import io.ledgerbank.command.payment.BankWords;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What there is to know of a payment before an operator does something about it.
 *
 * @param words what its bank has said about it
 * @param heldOn the booking day on whose limits it counts, if it does on any
 */
record Situation(
        PaymentTerms terms,
        PaymentProgress progress,
        BankWords words,
        AccountFacts debtor,
        Optional<LocalDate> heldOn,
        Moment now) {

    PaymentId id() {
        return terms.id();
    }

    Creditor creditor() {
        return terms.order().externalCreditor().orElseThrow();
    }

    Booking booking(InternalAccount contra, LocalDate valueDate) {
        return AbroadBooking.of(terms, contra, now, valueDate);
    }
}
