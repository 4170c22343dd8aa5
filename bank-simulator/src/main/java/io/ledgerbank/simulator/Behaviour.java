package io.ledgerbank.simulator;

import java.time.Duration;

/** What the bank does with a payment to a given creditor. */
public sealed interface Behaviour {

    /** Never executes, for an ISO 20022 external status reason. */
    record Rejects(String isoReason, String text) implements Behaviour {}

    /** Neither executes nor answers until its time-out is over. */
    record TimesOut() implements Behaviour {}

    /** Answers the first so many POSTs of an instruction with 503 and executes a later one. */
    record Down(int times) implements Behaviour {}

    /** Executes, replies in the given way and gives notice of it. */
    record Executes(Reply reply, Notices notices) implements Behaviour {

        static final Executes PROMPTLY = new Executes(Reply.PROMPT, 0);

        Executes(Reply reply, int notices) {
            this(reply, new Notices(notices, Duration.ZERO));
        }
    }

    /** How many copies of a notification are sent, and how long after the reply. */
    record Notices(int copies, Duration after) {}

    /** How the POST that executed is answered; repeats and inquiries get the plain truth unless stated otherwise. */
    enum Reply {
        PROMPT,
        LATE,
        LOST,
        /** Lost, as is the answer to every later POST of the instruction; inquiries get 503. */
        LOST_FOR_GOOD,
        /** None until the time-out is over, although it has executed. */
        SILENT,
        /** A page of HTML. */
        NONSENSE,
        /** The first half of the answer, in a body of half the size. */
        TRUNCATED,
        /** The answer, and ten million blanks. */
        OVERSIZED,
        /** The answer, one byte after the other, with long pauses. */
        DRIPPING,
        /** The way to somewhere else. */
        REDIRECT,
        WRONG_INSTRUCTION_ID,
        WRONG_AMOUNT,
        WRONG_CURRENCY
    }
}
