package io.ledgerbank.saga.payment;

import java.time.Instant;

/** What is to be done about a payment next, and not before when. */
public sealed interface NextAction {

    /** Send it to the bank. */
    record Submit(int attempt, Instant at) implements NextAction {}

    /**
     * Ask the bank what became of an attempt.
     *
     * @param inquiry 1 for the first question about this attempt
     */
    record Inquire(int attempt, int inquiry, Instant at) implements NextAction {}

    /** Leave to a person what became of an attempt. */
    record Park(int attempt, Instant at) implements NextAction {}

    /** Nothing: it is final, paused, or a person's turn. */
    record Nothing() implements NextAction {}
}
