package io.ledgerbank.simulator;

/** What a bank does not do as the best ones do. */
public enum Habit {
    /** An instruction that comes again is executed again. */
    EXECUTES_REPEATS,
    /** Nobody is told what became of an instruction. */
    ANSWERS_NO_INQUIRIES
}
