package io.ledgerbank.simulator;

import io.ledgerbank.simulator.Behaviour.Executes;
import io.ledgerbank.simulator.journal.JournalRecord.Decided;

/** What became of a POST at the payment desk. */
sealed interface Receipt {

    /** This POST decided, and the decision is kept. */
    record Fresh(Decided decision, Executes manner) implements Receipt {}

    /** An earlier POST had decided the same order. */
    record Repeated(Decided decision) implements Receipt {}

    /** An earlier POST had decided it, but the bank does not say how. */
    record Withheld() implements Receipt {}

    /** The instruction id belongs to another order. */
    record Conflicting() implements Receipt {}

    /** Nothing was decided, now or earlier, and the sender is told so. */
    record Unavailable() implements Receipt {}

    /** It had been decided, but nobody is there to say so. */
    record Away() implements Receipt {}

    /** Nothing was decided, and the sender is left alone with it. */
    record Ignored() implements Receipt {}
}
