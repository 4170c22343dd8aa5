package io.ledgerbank.saga.bank;

/** Turns what a bank writes into what the simulator would have written. Thread-safe. */
@FunctionalInterface
interface Wording {

    Wording PLAIN = body -> body;

    /** What is not understood stays as it is, for whoever reads it then to refuse. */
    String plain(String body);
}
