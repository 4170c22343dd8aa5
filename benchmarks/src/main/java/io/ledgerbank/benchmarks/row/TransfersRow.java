package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Row 1: internal transfers in process, beside TPC-B. */
public final class TransfersRow implements Row {

    private static final String TRANSFERS = "transfers/s";
    private static final long GOAL_SHIPPED = 200;
    private static final long GOAL_WITHOUT_PROCESSORS = 350;

    /** A prototype without projections, keys and origins in its events reached 4.7. */
    private static final long GOAL_OF_THE_PROTOTYPE = 423;

    private static final long GOAL_P99_MICROS = 15_000;
    private static final long GOAL_LAG_MICROS = 1_000_000;

    @Override
    public String number() {
        return "1";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        int cached = Math.max(1, bench.settings().accounts() / 2);
        try (Bank shipped = Bank.shipped(bench.server().createDatabase("row1_shipped"));
                Bank bare = Bank.withoutProcessors(bench.server().createDatabase("row1_bare"));
                Bank crowded = Bank.shipped(
                        bench.server().createDatabase("row1_crowded"),
                        "ledgerbank.lane.most-cached-aggregates=" + cached)) {
            BankSide shippedSide = BankSide.of(shipped, bench.settings());
            BankSide bareSide = BankSide.of(bare, bench.settings());
            BankSide crowdedSide = BankSide.of(crowded, bench.settings());
            List<Side> sides = new ArrayList<>(List.of(
                    new Side(
                            "shipped",
                            time -> shippedSide.followed(time, TRANSFERS, shippedSide.transfers()::transfer)),
                    new Side(
                            "processors off",
                            time -> bareSide.answered(time, TRANSFERS, bareSide.transfers()::transfer)),
                    new Side(
                            "more accounts than cached",
                            time -> crowdedSide.followed(time, TRANSFERS, crowdedSide.transfers()::transfer))));
            bench.tpcb().ifPresent(sides::add);
            List<Series> series = bench.takeTurns(sides);
            return new Findings(
                    number(),
                    "Internal transfers in process",
                    series,
                    verdicts(series),
                    List.of(
                            "%d callers in process, %,d accounts, each transfer with an idempotency key of its own."
                                    .formatted(
                                            bench.settings().callers().count(),
                                            bench.settings().accounts()),
                            "shipped: the service as it ships, %d followers of the log. Its rate is what was answered over the time"
                                            .formatted(shipped.followers().count())
                                    + " of the load plus the time until all followers had handled the last of it (drain).",
                            "processors off: the command side alone.",
                            "more accounts than cached: as shipped, the cache bounded to %,d aggregates for %,d accounts and all payments."
                                    .formatted(cached, bench.settings().accounts()),
                            shippedSide.checkWithReadModel("shipped"),
                            bareSide.check("processors off"),
                            crowdedSide.checkWithReadModel("more accounts than cached")));
        }
    }

    private static List<Verdict> verdicts(List<Series> series) {
        Series shipped = series.getFirst();
        Series bare = series.get(1);
        List<Verdict> verdicts = new ArrayList<>();
        if (series.size() > 3) {
            Series tpcb = series.getLast();
            verdicts.add(Verdict.ratio(shipped, tpcb, GOAL_SHIPPED));
            verdicts.add(Verdict.ratio(bare, tpcb, GOAL_WITHOUT_PROCESSORS));
            verdicts.add(Verdict.ratio(bare, tpcb, GOAL_OF_THE_PROTOTYPE)
                    .called("the same, within a tenth of the prototype"));
            verdicts.add(Verdict.told(series.get(2), tpcb));
        } else {
            verdicts.add(Verdict.unjudged(shipped, GOAL_SHIPPED, "pgbench"));
            verdicts.add(Verdict.unjudged(bare, GOAL_WITHOUT_PROCESSORS, "pgbench"));
        }
        verdicts.add(Verdict.atMost(shipped, BankSide.P99, GOAL_P99_MICROS));
        verdicts.add(Verdict.atMost(shipped, BankSide.DRAIN, GOAL_LAG_MICROS));
        verdicts.add(Verdict.atMost(bare, BankSide.P99, GOAL_P99_MICROS));
        return verdicts;
    }
}
