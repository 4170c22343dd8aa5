package io.ledgerbank.command.payment;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.command.account.Booking;
import io.ledgerbank.command.account.Moment;
import java.time.LocalDate;

/** What is booked of a payment to another bank. */
public final class AbroadBooking {

    private AbroadBooking() {}

    /** Against whichever of the bank's own accounts. */
    public static Booking of(PaymentTerms terms, InternalAccount contra, Moment now, LocalDate valueDate) {
        Creditor creditor = terms.order().externalCreditor().orElseThrow();
        return new Booking(
                terms.id(),
                terms.order().amount(),
                contra,
                Counterparty.external(creditor.name(), creditor.iban()),
                terms.order().remittanceInformation(),
                now,
                valueDate);
    }

    /** Against our account with that bank. */
    static Booking atTheBank(PaymentTerms terms, Moment now, LocalDate valueDate) {
        Creditor creditor = terms.order().externalCreditor().orElseThrow();
        return of(terms, InternalAccount.settlement(creditor.bankCode()), now, valueDate);
    }
}
