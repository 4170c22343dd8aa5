/** LedgerBank as it is measured, and what proves afterwards that it did what it answered. */
@NullMarked
package io.ledgerbank.benchmarks.bank;

import org.jspecify.annotations.NullMarked;
