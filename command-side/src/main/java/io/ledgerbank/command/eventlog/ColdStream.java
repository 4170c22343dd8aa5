package io.ledgerbank.command.eventlog;

import java.util.List;
import java.util.Optional;
import org.axonframework.eventhandling.TrackedDomainEventData;

/**
 * A stream as it was read from the log.
 *
 * @param events all those behind the snapshot, or all
 */
record ColdStream(String id, Optional<LogEntry> snapshot, List<TrackedDomainEventData<byte[]>> events) {

    long firstSequence() {
        return snapshot.map(taken -> taken.sequence() + 1).orElse(0L);
    }
}
