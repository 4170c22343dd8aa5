/** The rows of the table of goals, each with its sides and its verdict. */
@NullMarked
package io.ledgerbank.benchmarks.row;

import org.jspecify.annotations.NullMarked;
