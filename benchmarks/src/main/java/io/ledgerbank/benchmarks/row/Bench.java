package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.Settings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Value;
import io.ledgerbank.benchmarks.server.BenchmarkServer;
import io.ledgerbank.benchmarks.server.Pgbench;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What every row is measured with.
 *
 * @param pgbench where there is one
 * @param progress told each run as it ends
 */
public record Bench(Settings settings, BenchmarkServer server, Optional<Pgbench> pgbench, PrintStream progress) {

    static final String TPCB = "pgbench TPC-B";

    /** Warms all sides up, then lets them take turns, so that what disturbs the machine disturbs all of them. */
    List<Series> takeTurns(List<Side> sides) throws Exception {
        for (Side side : sides) {
            report("warm-up", side, side.measuring().run(settings.warmUp()));
        }
        List<List<List<Value>>> measured =
                sides.stream().<List<List<Value>>>map(side -> new ArrayList<>()).toList();
        for (int run = 1; run <= settings.runs(); run++) {
            for (int i = 0; i < sides.size(); i++) {
                List<Value> values = sides.get(i).measuring().run(settings.run());
                report("run " + run, sides.get(i), values);
                measured.get(i).add(values);
            }
        }
        return IntStream.range(0, sides.size())
                .mapToObj(i -> new Series(sides.get(i).name(), measured.get(i)))
                .toList();
    }

    /** TPC-B with as many clients as there are callers, where pgbench is there. */
    Optional<Side> tpcb() {
        return pgbench.map(program -> new Side(
                TPCB,
                time -> List.of(Value.count(
                        "transactions/s", program.measure(settings.callers().count(), time)))));
    }

    private void report(String run, Side side, List<Value> values) {
        progress.println("%s, %s: %s"
                .formatted(
                        run,
                        side.name(),
                        values.stream()
                                .map(value -> value.unit().write(value.amount()) + " " + value.label())
                                .collect(Collectors.joining(", "))));
    }
}
