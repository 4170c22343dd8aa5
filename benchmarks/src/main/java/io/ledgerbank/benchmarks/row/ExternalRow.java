package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import io.ledgerbank.simulator.BankSimulator;
import io.ledgerbank.simulator.SimulatorSettings;
import java.util.ArrayList;
import java.util.List;

/** Row 3: payments to another bank, from the command until they are settled and can be seen to be. */
public final class ExternalRow implements Row {

    private static final long GOAL = 25;
    private static final int MORE_WORKERS = 16;

    @Override
    public String number() {
        return "3";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        BenchmarkDatabase ours = bench.server().createDatabase("row3_shipped");
        BenchmarkDatabase busy = bench.server().createDatabase("row3_workers");
        try (BankSimulator first = simulator(bench, "row3-shipped.journal");
                BankSimulator second = simulator(bench, "row3-workers.journal");
                Bank shipped = Bank.shipped(ours, ExternalSide.settings(first));
                Bank withWorkers = Bank.shipped(
                        busy, ExternalSide.settings(second, "ledgerbank.queues=payments:" + MORE_WORKERS));
                ExternalSide shippedSide = ExternalSide.of(shipped, ours, first, bench.settings());
                ExternalSide busySide = ExternalSide.of(withWorkers, busy, second, bench.settings())) {
            List<Side> sides = new ArrayList<>(List.of(
                    new Side("shipped", shippedSide::settled), new Side(MORE_WORKERS + " workers", busySide::settled)));
            bench.tpcb().ifPresent(sides::add);
            List<Series> series = bench.takeTurns(sides);
            return new Findings(
                    number(),
                    "External payments from command to settled and projected",
                    series,
                    verdicts(series),
                    List.of(
                            "%d callers in process, each of whom orders a payment under an idempotency key of its own and orders the next once"
                                            .formatted(
                                                    bench.settings().callers().count())
                                    + " the payments' projection shows that one as COMPLETED; the latencies are of all that.",
                            "The bank is the simulator, over HTTP in the same process, without latency; its journal is forced to the same disk"
                                    + " before it answers.",
                            "shipped: the service as it ships. %d workers: the same with LEDGERBANK_QUEUES=payments:%d."
                                    .formatted(MORE_WORKERS, MORE_WORKERS),
                            shippedSide.check("shipped"),
                            busySide.check(MORE_WORKERS + " workers")));
        }
    }

    private static BankSimulator simulator(Bench bench, String journal) {
        return BankSimulator.start(
                SimulatorSettings.withJournal(bench.settings().data().resolve(journal)));
    }

    private static List<Verdict> verdicts(List<Series> series) {
        Series shipped = series.getFirst();
        if (series.size() < 3) {
            return List.of(Verdict.unjudged(shipped, GOAL, "pgbench"));
        }
        return List.of(Verdict.ratio(shipped, series.getLast(), GOAL), Verdict.told(series.get(1), series.getLast()));
    }
}
