package io.ledgerbank.benchmarks.report;

import java.util.List;

/** The same figure of several runs. */
public record Figure(String label, Unit unit, List<Long> runs) {

    public Figure {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("Nothing was measured for " + label);
        }
        runs = List.copyOf(runs);
    }

    /** Of an even number of runs the greater of the two in the middle. */
    public long median() {
        return runs.stream().sorted().toList().get(runs.size() / 2);
    }

    public long least() {
        return runs.stream().mapToLong(Long::longValue).min().orElseThrow();
    }

    public long most() {
        return runs.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** The median, and the spread in brackets where there is more than one run. */
    public String written() {
        return runs.size() == 1
                ? unit.write(median())
                : "%s (%s..%s)".formatted(unit.write(median()), unit.write(least()), unit.write(most()));
    }
}
