package io.ledgerbank.command.eventlog;

/**
 * What has been read of the log is not in it any more, as after a failover to a standby that was behind. Who followed the log
 * has to begin again from a position that was lost, or was not, together with it.
 */
public final class EventsLost extends EventLogException {

    private static final long serialVersionUID = 1L;

    EventsLost(long position) {
        super("The event at position %d that has been read is not in the log any more".formatted(position));
    }
}
