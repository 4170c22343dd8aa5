package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.report.Findings;

/** One row of the table of goals. */
public interface Row {

    /** As the table numbers it. */
    String number();

    /** Measures all sides, checks what they did and judges them. */
    Findings measure(Bench bench) throws Exception;
}
