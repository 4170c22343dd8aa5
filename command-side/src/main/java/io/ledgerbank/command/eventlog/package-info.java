/** Keeps what was decided: the log of events with its chain, its snapshots and its verification. */
@NullMarked
package io.ledgerbank.command.eventlog;

import org.jspecify.annotations.NullMarked;
