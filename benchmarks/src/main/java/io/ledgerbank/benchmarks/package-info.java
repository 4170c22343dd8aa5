/** The measurements behind the figures in the docs: what is timed, against what, and how the result is written down. */
@NullMarked
package io.ledgerbank.benchmarks;

import org.jspecify.annotations.NullMarked;
