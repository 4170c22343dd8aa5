package io.ledgerbank.command.eventlog;

/** What a walk along the chain found. */
public sealed interface ChainReport {

    /**
     * Every event up to the head is where it was put and what it was.
     *
     * @param head where the walk ended; another may begin here
     */
    record Intact(Head head) implements ChainReport {}

    /**
     * The log was tampered with at this position, or before it and hidden until here.
     *
     * @param position the first whose event is not the one that was appended there
     */
    record Broken(long position, Damage damage) implements ChainReport {}

    /** How the chain is broken. */
    enum Damage {
        /** There is no event at the position, but there is one behind it. */
        MISSING,
        /** The event, or its predecessor, is not the one that was hashed. */
        CHANGED
    }
}
