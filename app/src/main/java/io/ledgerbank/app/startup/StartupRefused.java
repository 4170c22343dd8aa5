package io.ledgerbank.app.startup;

/** LedgerBank cannot start as it is set up. The message is the one sentence that the operator sees, so it says what to do. */
public final class StartupRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartupRefused(String sentence) {
        super(sentence);
    }

    public StartupRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
