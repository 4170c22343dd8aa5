package io.ledgerbank.simulator;

/** What the bank does with a payment to a given creditor. */
public sealed interface Behaviour {

    /** Never executes, for an ISO 20022 external status reason. */
    record Rejects(String isoReason, String text) implements Behaviour {}

    /** Neither executes nor answers until its time-out is over. */
    record TimesOut() implements Behaviour {}

    /** Answers the first so many POSTs of an instruction with 503 and executes a later one. */
    record Down(int times) implements Behaviour {}

    /** Executes, replies in the given way and sends its notification so many times. */
    record Executes(Reply reply, int notifications) implements Behaviour {

        static final Executes PROMPTLY = new Executes(Reply.PROMPT, 0);
    }

    /** How the POST that executed is answered; repeats and inquiries get the plain truth unless stated otherwise. */
    enum Reply {
        PROMPT,
        LATE,
        LOST,
        /** Lost, as is the answer to every later POST of the instruction; inquiries get 503. */
        LOST_FOR_GOOD,
        NONSENSE,
        WRONG_INSTRUCTION_ID
    }
}
