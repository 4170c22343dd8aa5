package io.ledgerbank.benchmarks.load;

/** Asks for one thing and returns when it is answered. */
@FunctionalInterface
public interface Request {

    void send() throws Exception;
}
