package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.JournalRecord.Decided;
import io.ledgerbank.simulator.journal.JournalRecord.Executed;
import io.ledgerbank.simulator.journal.JournalRecord.Rejected;
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
        Optional<LocalDate> valueDate) {

    static PaymentAnswer of(Decided decision) {
        return switch (decision) {
            case Executed executed ->
                new PaymentAnswer(
                        executed.instructionId(),
                        "EXECUTED",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(executed.bankReference()),
                        Optional.of(executed.executedAt()),
                        Optional.of(executed.valueDate()));
            case Rejected rejected ->
                new PaymentAnswer(
                        rejected.instructionId(),
                        "REJECTED",
                        Optional.of(rejected.isoReason()),
                        Optional.of(rejected.text()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    PaymentAnswer withInstructionId(String another) {
        return new PaymentAnswer(another, status, isoReason, text, bankReference, executedAt, valueDate);
    }
}
