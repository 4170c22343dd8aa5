package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.report.Value;
import java.time.Duration;
import java.util.List;

/** One of the things that are compared. */
record Side(String name, Measuring measuring) {

    /** Puts the side under load for a while. */
    @FunctionalInterface
    interface Measuring {
        List<Value> run(Duration time) throws Exception;
    }
}
