package io.ledgerbank.command.eventlog;

/** Another node has held the log for longer than one is patient. Nothing was appended. */
public final class LogBusy extends EventLogException {

    private static final long serialVersionUID = 1L;

    LogBusy(Throwable cause) {
        super("The event log is busy", cause);
    }
}
