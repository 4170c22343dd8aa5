/** Hands out the whole ledger, line by line. */
@NullMarked
package io.ledgerbank.query.journal;

import org.jspecify.annotations.NullMarked;
