/** The words of standing orders: payments that recur, when they recur, and what became of each run. */
@NullMarked
package io.ledgerbank.api.standingorder;

import org.jspecify.annotations.NullMarked;
