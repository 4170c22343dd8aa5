package io.ledgerbank.simulator;

/** A request that cannot be understood; the message names what is wrong and may be shown to the sender. */
final class MalformedRequest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    MalformedRequest(String message) {
        super(message);
    }
}
