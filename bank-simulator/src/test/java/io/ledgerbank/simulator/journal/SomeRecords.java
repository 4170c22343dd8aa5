package io.ledgerbank.simulator.journal;

import io.ledgerbank.simulator.journal.JournalRecord.Executed;
import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import io.ledgerbank.simulator.journal.PaymentInstruction.Creditor;
import io.ledgerbank.simulator.journal.PaymentInstruction.Debtor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** Records for tests. */
final class SomeRecords {

    private SomeRecords() {}

    static Executed execution(String instructionId) {
        return new Executed(
                instruction(instructionId),
                "SIM-" + instructionId,
                Instant.parse("2026-03-01T10:00:00.123Z"),
                LocalDate.parse("2026-03-01"));
    }

    static PaymentInstruction instruction(String instructionId) {
        return new PaymentInstruction(
                instructionId,
                Optional.empty(),
                new Amount("12.34", "GBP"),
                new Debtor(Optional.of("Zoë \"Z\" {Example}\n"), "GB33BUKB20201555555555"),
                new Creditor("Bob", "GB29NWBK60161331926819"),
                "Invoice 7");
    }
}
