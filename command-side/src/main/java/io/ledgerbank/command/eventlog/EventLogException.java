package io.ledgerbank.command.eventlog;

/** The event log could not be read or written. */
public class EventLogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventLogException(String message) {
        super(message);
    }

    public EventLogException(String message, Throwable cause) {
        super(message, cause);
    }
}
