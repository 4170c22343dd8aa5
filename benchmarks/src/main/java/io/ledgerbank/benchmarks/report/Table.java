package io.ledgerbank.benchmarks.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown. */
record Table(List<String> head, List<List<String>> rows) {

    static final List<String> VERDICTS = List.of("row", "what", "goal", "measured", "verdict");

    /** One line per series, one column per figure; the median of the runs with their spread. */
    static Table of(List<Series> series) {
        SequencedSet<String> labels = series.stream()
                .flatMap(one -> one.figures().stream())
                .map(Figure::label)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Table(
                Stream.concat(Stream.of("series", "runs"), labels.stream()).toList(),
                series.stream().map(one -> line(one, labels)).toList());
    }

    static Table ofVerdicts(Findings findings) {
        return new Table(
                VERDICTS,
                findings.verdicts().stream()
                        .map(verdict -> List.of(
                                "[%s](%s.md)".formatted(findings.row(), findings.slug()),
                                verdict.what(),
                                verdict.goal(),
                                verdict.reached(),
                                verdict.judgement().words()))
                        .toList());
    }

    private static List<String> line(Series series, SequencedSet<String> labels) {
        List<String> cells = new ArrayList<>();
        cells.add(series.name());
        cells.add(Integer.toString(series.runs().size()));
        for (String label : labels) {
            cells.add(series.figure(label).map(Figure::written).orElse("–"));
        }
        return cells;
    }

    String markdown() {
        String rule = head.stream().map(cell -> "---").collect(Collectors.joining("|", "|", "|"));
        return Stream.concat(Stream.of(line(head), rule), rows.stream().map(Table::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
