/** Double entry: the accounts of the ledger, entries, and the bank's own internal accounts. */
@NullMarked
package io.ledgerbank.api.ledger;

import org.jspecify.annotations.NullMarked;
