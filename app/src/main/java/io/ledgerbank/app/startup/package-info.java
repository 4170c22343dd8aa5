/** How LedgerBank starts: the data folder it claims, the starts it refuses, the secrets it keeps, what it says when ready. */
@NullMarked
package io.ledgerbank.app.startup;

import org.jspecify.annotations.NullMarked;
