package io.ledgerbank.command.eventlog;

import org.axonframework.eventhandling.TrackedDomainEventData;

/**
 * An event at its place in the log.
 *
 * @param hash over it and all before it
 */
record LogRow(TrackedDomainEventData<byte[]> event, EventHash hash) {

    Head head() {
        return new Head(event.trackingToken().position().orElseThrow(), hash);
    }
}
