package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.http.HttpCustomer;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Row 2: the same transfers over HTTP. */
public final class HttpRow implements Row {

    private static final String TRANSFERS = "transfers/s";
    private static final long GOAL = 75;

    @Override
    public String number() {
        return "2";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        try (Bank shipped = Bank.shipped(bench.server().createDatabase("row2_shipped"));
                HttpCustomer customer = HttpCustomer.register(shipped.port())) {
            BankSide side = BankSide.of(shipped, bench.settings(), customer.caller());
            List<Side> sides = new ArrayList<>();
            sides.add(new Side("over HTTP", time -> {
                customer.logIn();
                return side.followed(time, TRANSFERS, () -> customer.transfer(side.accounts(), side.acknowledged()));
            }));
            bench.tpcb().ifPresent(sides::add);
            List<Series> series = bench.takeTurns(sides);
            Series http = series.getFirst();
            return new Findings(
                    number(),
                    "Internal transfers over HTTP",
                    series,
                    List.of(
                            series.size() > 1
                                    ? Verdict.ratio(http, series.getLast(), GOAL)
                                    : Verdict.unjudged(http, GOAL, "pgbench")),
                    List.of(
                            "The service as it ships, in this process; %d callers in threads of the same process, each with a connection"
                                            .formatted(
                                                    bench.settings().callers().count())
                                    + " that is kept alive, a JWT and a new idempotency key for each transfer. The client is a socket and"
                                    + " string handling, so that the cores are the server's as far as they can be.",
                            "The drain counts, as in row 1.",
                            side.checkWithReadModel("over HTTP")));
        }
    }
}
