package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.JournalRecord.Executed;
import io.ledgerbank.simulator.journal.JournalRecord.ExecutedAgain;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
import io.ledgerbank.simulator.journal.PaymentInstruction;
import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the bank says about a decided instruction, word for word the same every time. */
record PaymentAnswer(
        String instructionId,
        String status,
        Optional<String> isoReason,
        Optional<String> text,
        Optional<String> bankReference,
        Optional<Instant> executedAt,
        Optional<LocalDate> valueDate,
        Optional<Amount> amount) {

    static PaymentAnswer of(Decided decision) {
        return switch (decision) {
            case Executed executed ->
                executed(executed.instruction(), executed.bankReference(), executed.executedAt(), executed.valueDate());
            case ExecutedAgain again ->
                executed(again.instruction(), again.bankReference(), again.executedAt(), again.valueDate());
            case Rejected rejected ->
                new PaymentAnswer(
                        rejected.instructionId(),
                        "REJECTED",
                        Optional.of(rejected.isoReason()),
                        Optional.of(rejected.text()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    private static PaymentAnswer executed(
            PaymentInstruction instruction, String bankReference, Instant at, LocalDate valueDate) {
        return new PaymentAnswer(
                instruction.instructionId(),
                "EXECUTED",
                Optional.empty(),
                Optional.empty(),
                Optional.of(bankReference),
                Optional.of(at),
                Optional.of(valueDate),
                Optional.of(instruction.amount()));
    }

    PaymentAnswer withInstructionId(String another) {
        return new PaymentAnswer(another, status, isoReason, text, bankReference, executedAt, valueDate, amount);
    }

    PaymentAnswer withAmount(Amount another) {
        return new PaymentAnswer(
                instructionId, status, isoReason, text, bankReference, executedAt, valueDate, Optional.of(another));
    }
}
