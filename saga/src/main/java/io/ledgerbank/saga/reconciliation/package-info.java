/** Compares our accounts with other banks with what those banks say, and keeps what does not agree until it does. */
@NullMarked
package io.ledgerbank.saga.reconciliation;

import org.jspecify.annotations.NullMarked;
