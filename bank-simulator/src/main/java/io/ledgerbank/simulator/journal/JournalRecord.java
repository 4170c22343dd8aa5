package io.ledgerbank.simulator.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.time.LocalDate;

/** One line of the journal; a decision counts as the arrival that caused it. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = JournalRecord.Arrived.class, name = "ARRIVED"),
    @JsonSubTypes.Type(value = JournalRecord.Executed.class, name = "EXECUTED"),
    @JsonSubTypes.Type(value = JournalRecord.ExecutedAgain.class, name = "EXECUTED_AGAIN"),
    @JsonSubTypes.Type(value = JournalRecord.Rejected.class, name = "REJECTED")
})
public sealed interface JournalRecord {

    String instructionId();

    /** A POST came in that decided nothing: the bank was down or silent, or it had decided before. */
    record Arrived(String instructionId) implements JournalRecord {}

    /** The final word on an instruction; there is at most one for each, but for executions of repeats. */
    sealed interface Decided extends JournalRecord {

        PaymentInstruction instruction();

        @Override
        default String instructionId() {
            return instruction().instructionId();
        }
    }

    /** The money has moved, on the given value date. */
    record Executed(PaymentInstruction instruction, String bankReference, Instant executedAt, LocalDate valueDate)
            implements Decided {}

    /** The money has moved once more, because this bank does not know an instruction again. */
    record ExecutedAgain(PaymentInstruction instruction, String bankReference, Instant executedAt, LocalDate valueDate)
            implements Decided {}

    /** The money will never move, for an ISO 20022 external status reason. */
    record Rejected(PaymentInstruction instruction, String isoReason, String text, Instant rejectedAt)
            implements Decided {}
}
