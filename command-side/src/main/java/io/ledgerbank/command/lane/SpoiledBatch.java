package io.ledgerbank.command.lane;

/** A command failed in a way that cannot be taken out of the batch's transaction. */
final class SpoiledBatch extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Throwable failure;

    SpoiledBatch(Throwable failure) {
        super("A command spoiled its batch", failure, false, false);
        this.failure = failure;
    }

    Throwable failure() {
        return failure;
    }
}
