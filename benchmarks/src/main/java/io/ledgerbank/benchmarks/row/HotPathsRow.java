package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Value;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.report.Verdict.Judgement;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The hot paths by JMH, each in JVMs of its own, as many as there are runs. */
public final class HotPathsRow implements Row {

    private static final String ALL = "io\\.ledgerbank\\..*Benchmark\\..*";
    private static final int ITERATIONS = 5;

    @Override
    public String number() {
        return "jmh";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        TimeValue time =
                TimeValue.milliseconds(Math.max(1, bench.settings().run().toMillis() / ITERATIONS));
        List<Series> series = new Runner(new OptionsBuilder()
                        .include(ALL)
                        .forks(bench.settings().runs())
                        .warmupIterations(ITERATIONS)
                        .warmupTime(time)
                        .measurementIterations(ITERATIONS)
                        .measurementTime(time)
                        .verbosity(VerboseMode.SILENT)
                        .shouldFailOnError(true)
                        .build())
                .run().stream().map(HotPathsRow::series).toList();
        return new Findings(
                number(),
                "Hot paths",
                series,
                series.stream().map(HotPathsRow::told).toList(),
                List.of(
                        "serialise: payload and metadata of one AccountDebited, by the log's serializer, to JSON.",
                        "hash: one such event into the chain (SHA-256 over every stored field).",
                        "decide: one transfer from the command gateway on: policies, four events applied, aggregates in a cache, and a log"
                                + " that forgets at once.",
                        "entries, progress: what the entries' and the payments' projections make of one event, before they write.",
                        "%d JVMs for each, %d iterations of warm-up and %d measured."
                                .formatted(bench.settings().runs(), ITERATIONS, ITERATIONS)));
    }

    private static Series series(RunResult result) {
        String name = result.getParams().getBenchmark();
        return new Series(
                name.substring(name.lastIndexOf('.') + 1),
                result.getBenchmarkResults().stream()
                        .flatMap(fork -> fork.getIterationResults().stream())
                        .map(iteration -> List.of(Value.count(
                                "ns", Math.round(iteration.getPrimaryResult().getScore()))))
                        .toList());
    }

    private static Verdict told(Series series) {
        return new Verdict(series.name(), "–", series.first().written() + " ns", Judgement.UNJUDGED);
    }
}
