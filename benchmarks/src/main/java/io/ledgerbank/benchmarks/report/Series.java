package io.ledgerbank.benchmarks.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One side of a comparison, measured several times.
 *
 * @param runs in the order in which they were made; each with the same figures in the same order
 */
public record Series(String name, List<List<Value>> runs) {

    public Series {
        runs = runs.stream().map(List::copyOf).toList();
    }

    /** The first figure is the one that is compared. */
    public Figure first() {
        return figures().getFirst();
    }

    public List<Figure> figures() {
        return runs.getFirst().stream().map(this::acrossRuns).toList();
    }

    public Optional<Figure> figure(String label) {
        return figures().stream().filter(figure -> figure.label().equals(label)).findFirst();
    }

    /** This side's first figure over the other's, run by run; as many runs as both have. */
    public Figure over(Series other) {
        List<Long> mine = first().runs();
        List<Long> others = other.first().runs();
        int runs = Math.min(mine.size(), others.size());
        return new Figure(
                name + " ÷ " + other.name(),
                Unit.RATIO,
                IntStream.range(0, runs)
                        .mapToObj(run -> hundredths(mine.get(run), others.get(run)))
                        .toList());
    }

    static long hundredths(long one, long other) {
        return one * 100 / Math.max(1, other);
    }

    private Figure acrossRuns(Value example) {
        return new Figure(
                example.label(),
                example.unit(),
                runs.stream()
                        .flatMap(List::stream)
                        .filter(value -> value.label().equals(example.label()))
                        .map(Value::amount)
                        .toList());
    }
}
