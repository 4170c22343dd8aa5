/** A stage for the saga: a real database, a real bank, and a double for the house that decides. */
@NullMarked
package io.ledgerbank.saga;

import org.jspecify.annotations.NullMarked;
