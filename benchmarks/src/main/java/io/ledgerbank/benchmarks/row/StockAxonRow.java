package io.ledgerbank.benchmarks.row;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.benchmarks.Settings;
import io.ledgerbank.benchmarks.bank.Accounts;
import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.load.Rate;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Value;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.stock.StockBank;
import java.util.ArrayList;
import java.util.List;

/** Row 4: the same transfers on Axon as Spring Boot sets it up. */
public final class StockAxonRow implements Row {

    private static final String TRANSFERS = "transfers/s";
    private static final long GOAL = 2_000;

    @Override
    public String number() {
        return "4";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        try (Bank shipped = Bank.shipped(bench.server().createDatabase("row4_shipped"));
                Bank bare = Bank.withoutProcessors(bench.server().createDatabase("row4_bare"));
                StockBank stock = StockBank.asItComes(bench.server().createDatabase("row4_jpa"));
                StockBank cached = StockBank.withCachedJdbc(bench.server().createDatabase("row4_jdbc"))) {
            FreshAccounts shippedSide = new FreshAccounts(shipped, bench.settings());
            FreshAccounts bareSide = new FreshAccounts(bare, bench.settings());
            List<Series> series = bench.takeTurns(List.of(
                    new Side("processors off", time -> bareSide.next()
                            .answered(time, TRANSFERS, bareSide.current().transfers()::transfer)),
                    new Side("shipped", time -> shippedSide
                            .next()
                            .followed(time, TRANSFERS, shippedSide.current().transfers()::transfer)),
                    stockSide("stock Axon, JPA", stock, bench.settings()),
                    stockSide("stock Axon, JDBC and cache", cached, bench.settings())));
            return findings(bench, series, stock, cached);
        }
    }

    /** New accounts for each run: every side begins each run with streams of the same length. */
    private static final class FreshAccounts {

        private final Bank bank;
        private final Settings settings;
        private final List<BankSide> sides = new ArrayList<>();

        FreshAccounts(Bank bank, Settings settings) {
            this.bank = bank;
            this.settings = settings;
        }

        BankSide next() throws Exception {
            sides.add(BankSide.of(bank, settings));
            return current();
        }

        BankSide current() {
            return sides.getLast();
        }
    }

    private static Side stockSide(String name, StockBank stock, Settings settings) {
        return new Side(name, time -> {
            Accounts accounts =
                    Accounts.open(stock.commands(), new Caller(UserId.next(), Role.USER), settings.accounts());
            Rate rate = settings.callers().ask(time, () -> stock.transfer(accounts));
            List<Value> values = new ArrayList<>();
            values.add(Value.count(TRANSFERS, rate.perSecond()));
            values.addAll(rate.latencyValues());
            return values;
        });
    }

    private Findings findings(Bench bench, List<Series> series, StockBank stock, StockBank cached) {
        Series bare = series.getFirst();
        Series shipped = series.get(1);
        return new Findings(
                number(),
                "Internal transfers beside stock Axon",
                series,
                List.of(
                        Verdict.ratio(bare, series.get(2), GOAL),
                        Verdict.told(shipped, series.get(2)),
                        Verdict.told(bare, series.get(3)),
                        Verdict.told(shipped, series.get(3))),
                List.of(
                        "stock Axon, JPA: what Axon's starter and Spring Boot set up by themselves (%s, a pool of 10, Jackson 3), with"
                                        .formatted(stock.infrastructure())
                                + " LedgerBank's aggregates and handlers unchanged. No event handler is registered, so that no"
                                + " processor competes with it: like with like is LedgerBank with its processors off.",
                        "stock Axon, JDBC and cache: the same with %s and aggregates in a WeakReferenceCache."
                                .formatted(cached.infrastructure()),
                        "The stock sides take no idempotency keys, keep claims in memory and chain nothing, which favours them.",
                        "Every run has %,d new accounts with %d events each, so that all sides load streams of the same length."
                                .formatted(bench.settings().accounts(), Accounts.history()),
                        "shipped counts its drain, as in row 1."));
    }
}
