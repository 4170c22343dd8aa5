package io.ledgerbank.query.rebuild;

/** This process is about to end; whoever goes on does so from where the rebuild stands. */
final class StoppedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StoppedException(InterruptedException interrupt) {
        super("The thread was asked to stop", interrupt);
    }
}
