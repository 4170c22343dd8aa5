package io.ledgerbank.simulator;

import io.ledgerbank.simulator.journal.PaymentInstruction.Amount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** The body of an outcome notification. */
record Notification(
        String deliveryId,
        String instructionId,
        String status,
        Optional<String> isoReason,
        Optional<String> bankReference,
        Optional<Instant> executedAt,
        Optional<LocalDate> valueDate,
        Optional<Amount> amount) {

    static Notification of(String deliveryId, PaymentAnswer answer) {
        return new Notification(
                deliveryId,
                answer.instructionId(),
                answer.status(),
                answer.isoReason(),
                answer.bankReference(),
                answer.executedAt(),
                answer.valueDate(),
                answer.amount());
    }
}
