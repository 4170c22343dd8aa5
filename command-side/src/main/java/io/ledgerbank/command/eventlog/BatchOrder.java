package io.ledgerbank.command.eventlog;

/** In which order every batch writes: two nodes that wrote in different orders could wait for each other. Events come last. */
public interface BatchOrder {

    int READ_ONLY = 0;
    int CLAIMS = 1;
    int ANSWERS = 2;
}
