package io.ledgerbank.benchmarks.row;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.benchmarks.bank.Accounts;
import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Verdict;
import io.ledgerbank.benchmarks.server.BenchmarkDatabase;
import io.ledgerbank.benchmarks.stock.StockBank;
import java.util.List;

/** Row 6: how long after its commit a transfer is seen in a projection. */
public final class VisibleRow implements Row {

    private static final String OURS = "SELECT FROM readmodel.payment WHERE id = ? AND status = 'COMPLETED'";
    private static final String STOCK = "SELECT FROM seen WHERE id = ?";
    private static final long GOAL_MICROS = 10_000;

    @Override
    public String number() {
        return "6";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        BenchmarkDatabase ours = bench.server().createDatabase("row6_shipped");
        BenchmarkDatabase theirs = bench.server().createDatabase("row6_stock");
        try (Bank shipped = Bank.shipped(ours);
                StockBank stock = StockBank.withPooledProjection(theirs)) {
            BankSide side = BankSide.of(shipped, bench.settings());
            Accounts stockAccounts = Accounts.open(
                    stock.commands(),
                    new Caller(UserId.next(), Role.USER),
                    bench.settings().accounts());
            HalfLoad halfOfOurs = HalfLoad.of(bench.settings(), side.transfers()::transferred, shipped.followers());
            HalfLoad halfOfTheirs =
                    HalfLoad.of(bench.settings(), () -> stock.transfer(stockAccounts), stock.followers());
            List<Series> series = bench.takeTurns(List.of(
                    new Side("LedgerBank", time -> halfOfOurs.sample(time, ours, OURS)),
                    new Side("stock pooled processor", time -> halfOfTheirs.sample(time, theirs, STOCK))));
            return new Findings(
                    number(),
                    "From commit to visible",
                    series,
                    List.of(
                            Verdict.atMost(series.getFirst(), BankSide.P99, GOAL_MICROS),
                            Verdict.told(series.getLast(), series.getFirst())),
                    List.of(
                            "Under a steady load of half of what the side was measured to carry and project just before (LedgerBank: %,d, stock: %,d"
                                            .formatted(halfOfOurs.perSecond(), halfOfTheirs.perSecond())
                                    + " transfers a second), further transfers are made one after another; from the answer to each, its row"
                                    + " is looked for every fifth of a millisecond, on a connection of its own.",
                            "LedgerBank: the payments' projection of the service as it ships.",
                            "Stock: a one-column projection fed by Axon's pooled processor with nothing set, on the JPA event store.",
                            side.checkWithReadModel("LedgerBank")));
        }
    }
}
