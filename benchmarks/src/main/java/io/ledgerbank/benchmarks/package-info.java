/** Measures LedgerBank beside what it is compared with, on one server and in one run. */
@NullMarked
package io.ledgerbank.benchmarks;

import org.jspecify.annotations.NullMarked;
