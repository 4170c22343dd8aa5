package io.ledgerbank.benchmarks.row;

import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.bank.ColdLoads;
import io.ledgerbank.benchmarks.bank.LongLife;
import io.ledgerbank.benchmarks.load.Rate;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Value;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import java.util.List;

/** Whether an account with a long life is loaded as fast as one with a short one. */
public final class LongStreamRow implements Row {

    private static final String DATABASE = "row_stream";
    private static final long LONG = 1_000_000;
    private static final long SHORT = 100;

    /** Both have as many events behind their snapshots, half of what one is taken after. */
    private static final long BEHIND = 50;

    private static final long GOAL = 90;
    private static final long TOLD_EVERY = 100_000;

    @Override
    public String number() {
        return "stream";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        long events = Math.max(SHORT, Math.min(LONG, bench.settings().events()));
        BenchmarkDatabase database = bench.server().createDatabase(DATABASE);
        try (Bank bank = Bank.withoutProcessors(database)) {
            ColdLoads loads = new ColdLoads(bank);
            AccountId longOne = LongLife.of(bank, loads, events, BEHIND, written -> {
                if (written % TOLD_EVERY == 0) {
                    bench.progress().println("filling: %,d events".formatted(written));
                }
            });
            AccountId shortOne = LongLife.of(bank, loads, SHORT, BEHIND, written -> {});
            database.administer("VACUUM (ANALYZE) eventlog.event");
            database.administer("CHECKPOINT");
            List<Series> series = bench.takeTurns(List.of(side(SHORT, loads, shortOne), side(events, loads, longOne)));
            return new Findings(
                    number(),
                    "A long stream beside a short one",
                    series,
                    List.of(Verdict.ratio(series.getFirst(), series.getLast(), GOAL)),
                    List.of(
                            "An account is loaded again and again by one thread, nothing of it in memory, from its newest snapshot and the"
                                    + " %d events behind that, which PostgreSQL has in its buffers; one account's turn after the other's."
                                            .formatted(BEHIND),
                            "The ratio is of times: the short one's over the long one's.",
                            "Events are cash in and out every half minute, written through the engine's public append; a snapshot was taken"
                                    + " after every 5,000 of them.",
                            checked(loads, shortOne, SHORT),
                            checked(loads, longOne, events)));
        } finally {
            bench.server().dropDatabase(DATABASE);
        }
    }

    private static Side side(long events, ColdLoads loads, AccountId account) {
        return new Side("%,d events".formatted(events), time -> values(loads.loads(account, time)));
    }

    private static List<Value> values(Rate rate) {
        return List.of(
                Value.millis("ms to load", rate.percentile(50)),
                Value.millis("p99 ms", rate.percentile(99)),
                Value.count("loads/s", rate.perSecond()));
    }

    private static String checked(ColdLoads loads, AccountId account, long events) {
        if (loads.kept(account) != events - BEHIND - 1 || !loads.posted(account).equals(LongLife.posted(events))) {
            throw new IllegalStateException(
                    "The account of %,d events is not what it was written as".formatted(events));
        }
        return "%,d events: the snapshot is where it should be and the balance is right.".formatted(events);
    }
}
