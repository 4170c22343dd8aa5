package io.ledgerbank.command.eventlog;

/**
 * The last event of the log, or of as much of it as is looked at.
 *
 * @param position 0 when there is none
 */
public record Head(long position, EventHash hash) {

    /** The place before the first event. */
    public static final Head START = new Head(0, EventHash.NONE);
}
