/** Wakes standing orders when a run is due. */
@NullMarked
package io.ledgerbank.saga.standingorder;

import org.jspecify.annotations.NullMarked;
