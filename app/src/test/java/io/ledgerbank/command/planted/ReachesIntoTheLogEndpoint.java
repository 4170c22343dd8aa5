package io.ledgerbank.command.planted;

import org.axonframework.eventsourcing.eventstore.EventStore;

/** Planted: an endpoint that goes round the gateway. */
public record ReachesIntoTheLogEndpoint(EventStore log) {}
