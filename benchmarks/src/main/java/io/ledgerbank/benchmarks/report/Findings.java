package io.ledgerbank.benchmarks.report;

import java.util.List;

/**
 * What came of measuring one row.
 *
 * @param row as the table of goals numbers it
 * @param title what was measured
 * @param verdicts at least one
 * @param notes how it was measured and what was checked, a sentence each
 */
public record Findings(String row, String title, List<Series> series, List<Verdict> verdicts, List<String> notes) {

    public Findings {
        series = List.copyOf(series);
        verdicts = List.copyOf(verdicts);
        notes = List.copyOf(notes);
    }

    /** The name of the row's files, without an ending. */
    public String slug() {
        return "row-" + row;
    }
}
