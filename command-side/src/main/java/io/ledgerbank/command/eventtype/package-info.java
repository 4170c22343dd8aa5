/** What events and snapshots are called in the log, and how older ones are read today. */
@NullMarked
package io.ledgerbank.command.eventtype;

import org.jspecify.annotations.NullMarked;
