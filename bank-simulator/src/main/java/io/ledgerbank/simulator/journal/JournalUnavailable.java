package io.ledgerbank.simulator.journal;

/** The journal cannot be opened or written; the message is one sentence for whoever runs the bank. */
public final class JournalUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    JournalUnavailable(String message) {
        super(message);
    }

    JournalUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
