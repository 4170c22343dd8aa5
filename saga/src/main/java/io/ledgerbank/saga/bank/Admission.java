package io.ledgerbank.saga.bank;

import java.time.Duration;

/**
 * Whether a bank may be called now. It is asked for before anything is recorded about the call, so that a call which is not
 * to be made is none.
 */
public sealed interface Admission {

    /** One call may be made; it holds a place until it is closed, made or not. */
    record Granted(BankCall call) implements Admission {}

    /**
     * Nothing was sent and nothing may be.
     *
     * @param pause after which asking again makes sense
     */
    record Refused(Obstacle obstacle, Duration pause) implements Admission {}
}
