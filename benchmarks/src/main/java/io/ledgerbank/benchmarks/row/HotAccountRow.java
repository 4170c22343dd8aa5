package io.ledgerbank.benchmarks.row;

import io.ledgerbank.benchmarks.bank.Bank;
import io.ledgerbank.benchmarks.report.Findings;
import io.ledgerbank.benchmarks.report.Series;
import io.ledgerbank.benchmarks.report.Verdict;
import java.util.List;

/** Row 5: everybody wants the same account, and not everything goes well. */
public final class HotAccountRow implements Row {

    private static final String ANSWERS = "answers/s";
    private static final long GOAL = 90;

    /** So high that it is the balance which refuses. */
    private static final String NO_LIMIT = "ledgerbank.accounts.single-limit=10000000000";

    @Override
    public String number() {
        return "5";
    }

    @Override
    public Findings measure(Bench bench) throws Exception {
        try (Bank bare = Bank.withoutProcessors(bench.server().createDatabase("row5_bare"), NO_LIMIT);
                Bank shipped = Bank.shipped(bench.server().createDatabase("row5_shipped"), NO_LIMIT)) {
            BankSide bareSide = BankSide.of(bare, bench.settings());
            BankSide shippedSide = BankSide.of(shipped, bench.settings());
            List<Series> series = bench.takeTurns(List.of(
                    new Side(
                            "uniform, no faults",
                            time -> bareSide.answered(time, ANSWERS, bareSide.transfers()::transfer)),
                    new Side(
                            "uniform, faults",
                            time -> bareSide.answered(time, ANSWERS, bareSide.transfers()::transferWithFaults)),
                    new Side(
                            "one account, faults",
                            time -> bareSide.answered(
                                    time, ANSWERS, bareSide.transfers()::transferOnOneAccountWithFaults)),
                    new Side(
                            "shipped, uniform, no faults",
                            time -> shippedSide.followed(time, ANSWERS, shippedSide.transfers()::transfer)),
                    new Side(
                            "shipped, one account, faults",
                            time -> shippedSide.followed(
                                    time, ANSWERS, shippedSide.transfers()::transferOnOneAccountWithFaults))));
            return new Findings(
                    number(),
                    "One hot account",
                    series,
                    List.of(
                            Verdict.ratio(series.get(4), series.get(3), GOAL),
                            Verdict.ratio(series.get(2), series.getFirst(), GOAL),
                            Verdict.told(series.get(2), series.get(1))),
                    List.of(
                            "One account is debtor or creditor of every transfer, beside any two of %,d."
                                    .formatted(bench.settings().accounts()),
                            "Faults: 10 % of the transfers are refused (insufficient funds) and 1 % of the commands fail after the"
                                    + " account has changed (a command that only the benchmark has). Refusals and failures count as"
                                    + " answers; the uniform sides without faults are row 1.",
                            "The first three have their processors off; shipped counts its drain, as in row 1.",
                            bareSide.check("processors off"),
                            shippedSide.checkWithReadModel("shipped")));
        }
    }
}
