/** What was measured, judged by its goal and written as tables, pages and charts. */
@NullMarked
package io.ledgerbank.benchmarks.report;

import org.jspecify.annotations.NullMarked;
