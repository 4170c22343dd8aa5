/** Keeps the benchmark runner in working order; measures nothing. */
@NullMarked
package io.ledgerbank.benchmarks;

import org.jspecify.annotations.NullMarked;
