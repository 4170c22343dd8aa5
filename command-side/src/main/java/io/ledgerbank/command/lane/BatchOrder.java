package io.ledgerbank.command.lane;

/**
 * In which order every batch writes, behind its events: two nodes that wrote in different orders could wait for each other.
 * The first event's position is taken first, so whoever has it waits for nobody.
 */
public interface BatchOrder {

    int READ_ONLY = 0;
    int CLAIMS = 1;
    int ANSWERS = 2;
    int CREDENTIALS = 3;
}
