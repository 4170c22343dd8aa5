/** The bank's durable memory: what it was instructed, what it decided, and the file that proves it after a crash. */
@NullMarked
package io.ledgerbank.simulator.journal;

import org.jspecify.annotations.NullMarked;
