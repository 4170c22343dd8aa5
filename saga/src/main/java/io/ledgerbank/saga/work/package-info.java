/** Durable work: queues whose items survive a crash, are done at least once and never forgotten. */
@NullMarked
package io.ledgerbank.saga.work;

import org.jspecify.annotations.NullMarked;
