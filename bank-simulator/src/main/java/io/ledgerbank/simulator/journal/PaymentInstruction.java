package io.ledgerbank.simulator.journal;

import java.util.Optional;

/** A well-formed order to pay; two instructions are the same order exactly when they are equal. */
public record PaymentInstruction(
        String instructionId,
        Optional<String> endToEndId,
        Amount amount,
        Debtor debtor,
        Creditor creditor,
        String remittanceInformation) {

    /** Money with exactly its currency's number of decimals, so that 12.3 and 12.30 pounds are equal. */
    public record Amount(String amount, String currency) {}

    /** Who pays. */
    public record Debtor(Optional<String> name, String iban) {}

    /** Who is paid; the IBAN is as it was sent, valid or not. */
    public record Creditor(String name, String iban) {}
}
