package io.ledgerbank.query.projection;

/** A batch could not be written, and the database is not to blame. */
final class UnwritableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnwritableException(RuntimeException cause) {
        super("The batch cannot be written", cause);
    }
}
