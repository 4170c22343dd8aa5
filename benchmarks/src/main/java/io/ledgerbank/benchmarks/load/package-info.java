/** Callers that ask, and how long they wait for their answers. */
@NullMarked
package io.ledgerbank.benchmarks.load;

import org.jspecify.annotations.NullMarked;
