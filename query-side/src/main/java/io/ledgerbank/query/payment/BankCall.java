package io.ledgerbank.query.payment;

import io.ledgerbank.api.error.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One request to a bank and what is known of its outcome, as far as the log has it: what a request says of people is told
 * nowhere but in the payment.
 *
 * @param inquiry which question about the attempt it was; 0 when it told the bank to pay
 * @param at when it was due to leave
 * @param deadline until when an answer was waited for; of an order to pay alone
 * @param answer what was recorded next; empty while there is none
 */
public record BankCall(
        Kind kind, int attempt, int inquiry, Instant at, Optional<Instant> deadline, Optional<Answer> answer) {

    /** What the bank was told or asked. */
    public enum Kind {
        /** To pay. */
        SUBMIT,
        /** What became of it. */
        INQUIRE
    }

    /** What is known of an attempt, by the bank's answer or a later notification. */
    public enum Outcome {
        EXECUTED,
        NOT_EXECUTED,
        UNKNOWN
    }

    /**
     * What was recorded.
     *
     * @param bankReference by which the bank knows the execution
     */
    public record Answer(
            Instant at,
            Outcome outcome,
            Optional<Reason> reason,
            Optional<String> bankReference,
            Optional<LocalDate> valueDate) {

        static Answer executed(Instant at, String bankReference, LocalDate valueDate) {
            return new Answer(
                    at, Outcome.EXECUTED, Optional.empty(), Optional.of(bankReference), Optional.of(valueDate));
        }

        static Answer because(Instant at, Outcome outcome, Reason reason) {
            return new Answer(at, outcome, Optional.of(reason), Optional.empty(), Optional.empty());
        }
    }

    static BankCall submit(int attempt, Instant at, Instant deadline) {
        return new BankCall(Kind.SUBMIT, attempt, 0, at, Optional.of(deadline), Optional.empty());
    }

    static BankCall inquire(int attempt, int inquiry, Instant at) {
        return new BankCall(Kind.INQUIRE, attempt, inquiry, at, Optional.empty(), Optional.empty());
    }

    BankCall answered(Answer given) {
        return new BankCall(kind, attempt, inquiry, at, deadline, Optional.of(given));
    }
}
