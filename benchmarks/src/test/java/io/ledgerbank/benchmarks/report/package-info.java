/** What medians, verdicts and pages look like. */
@NullMarked
package io.ledgerbank.benchmarks.report;

import org.jspecify.annotations.NullMarked;
