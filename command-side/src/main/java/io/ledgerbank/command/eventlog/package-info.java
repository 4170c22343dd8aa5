/** Keeps what was decided: the event store and its serialisation, the command bus, claims, and where messages come from. */
@NullMarked
package io.ledgerbank.command.eventlog;

import org.jspecify.annotations.NullMarked;
