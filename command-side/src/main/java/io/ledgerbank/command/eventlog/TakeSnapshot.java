package io.ledgerbank.command.eventlog;

/** Writes down the state of an aggregate as its last event left it. Changes nothing. */
record TakeSnapshot(Class<?> aggregateType, String aggregateId) {}
