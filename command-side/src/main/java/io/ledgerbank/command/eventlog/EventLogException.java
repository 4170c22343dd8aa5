package io.ledgerbank.command.eventlog;

/** The event log could not be read or written; nothing of what was to be written has been. */
public final class EventLogException extends RuntimeException {

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
