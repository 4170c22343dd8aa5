package io.ledgerbank.saga.bank;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ledgerbank.api.payment.BankInstruction;
import java.util.Optional;

/** The body of a payment as the simulator reads it. */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SimulatorPayment(
        String instructionId,
        Optional<String> endToEndId,
        Amount amount,
        Debtor debtor,
        Creditor creditor,
        String remittanceInformation) {

    record Amount(String amount, String currency) {}

    record Debtor(String iban) {}

    record Creditor(String name, String iban) {}

    static SimulatorPayment of(BankInstruction instruction) {
        return new SimulatorPayment(
                instruction.instructionId().toString(),
                instruction.endToEndId(),
                new Amount(
                        instruction.amount().decimal(),
                        instruction.amount().currency().getCurrencyCode()),
                new Debtor(instruction.debtorIban().value()),
                new Creditor(
                        instruction.creditor().name(),
                        instruction.creditor().iban().value()),
                instruction.remittanceInformation());
    }
}
