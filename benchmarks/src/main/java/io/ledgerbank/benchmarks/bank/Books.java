package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.command.eventlog.ChainReport;
import io.ledgerbank.command.eventlog.ChainVerifier;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Looks afterwards whether what was answered is what was recorded. A rate whose books are wrong is none. */
public final class Books {

    private static final int AT_ONCE = 10_000;

    /** Of all accounts that had deposits: what came in, less what went out. */
    private static final String MONEY = """
            SELECT coalesce(sum((payload -> 'amount' ->> 'amount')::numeric * 100
                    * CASE type WHEN 'AccountCredited' THEN 1 ELSE -1 END), 0)::bigint
            FROM eventlog.event WHERE type IN ('AccountCredited', 'AccountDebited')""";

    private static final String PRESENT = """
            SELECT count(*) FROM unnest(?) AS acknowledged (id)
            WHERE EXISTS (SELECT FROM eventlog.event WHERE stream_id = id AND type = 'PaymentCompleted')""";

    private static final String SETTLED = "SELECT count(*) FROM eventlog.event WHERE type = 'PaymentSettled'";

    private static final String TRIAL_BALANCE =
            "SELECT coalesce(sum(debits) - sum(credits), 0) FROM readmodel.ledger_sum";

    private final ChainVerifier chain;
    private final DataSource database;

    Books(ChainVerifier chain, DataSource database) {
        this.chain = chain;
        this.database = database;
    }

    /**
     * @return what was found, as a sentence
     * @throws IllegalStateException when the chain is broken, money came or went, or an acknowledged transfer is missing
     */
    public String check(String bank, long money, Acknowledged acknowledged) throws SQLException {
        ChainReport report = chain.verify();
        require(report instanceof ChainReport.Intact, bank + ": " + report);
        long found = number(MONEY);
        require(found == money, bank + ": " + found + " minor units where " + money + " were paid in");
        requirePresent(bank, acknowledged.all());
        long events = ((ChainReport.Intact) report).head().position();
        return "%s: chain of %,d events intact, money unchanged, all %,d acknowledged transfers present"
                .formatted(bank, events, acknowledged.count());
    }

    /**
     * @param executed by the other bank, each as often as it was
     * @return what was found, as a sentence
     * @throws IllegalStateException when the chain is broken, or what is settled is not what the other bank executed
     */
    public String checkSettled(String bank, Acknowledged acknowledged, List<String> executed) throws SQLException {
        ChainReport report = chain.verify();
        require(report instanceof ChainReport.Intact, bank + ": " + report);
        require(
                Set.copyOf(executed).size() == executed.size(),
                bank + ": of " + executed.size() + " executions some are of the same instruction");
        long settled = number(SETTLED);
        require(settled == executed.size(), bank + ": " + settled + " settled, " + executed.size() + " executed");
        List<String> known =
                acknowledged.all().stream().map(PaymentId::toString).toList();
        require(Set.copyOf(executed).containsAll(known), bank + ": some acknowledged payments were not executed");
        return "%s: chain of %,d events intact, each of %,d settled payments executed once by the bank, trial balance zero"
                .formatted(bank, ((ChainReport.Intact) report).head().position(), settled);
    }

    /** Once its projections have drained. */
    public void requireBalancedReadModel(String bank) throws SQLException {
        long difference = number(TRIAL_BALANCE);
        require(difference == 0, bank + ": the trial balance is off by " + difference);
    }

    private void requirePresent(String bank, List<PaymentId> acknowledged) throws SQLException {
        for (int from = 0; from < acknowledged.size(); from += AT_ONCE) {
            List<PaymentId> some = acknowledged.subList(from, Math.min(from + AT_ONCE, acknowledged.size()));
            long present = present(some);
            require(
                    present == some.size(),
                    "%s: %d of %d acknowledged transfers are missing"
                            .formatted(bank, some.size() - present, some.size()));
        }
    }

    private long present(List<PaymentId> payments) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(PRESENT)) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "text", payments.stream().map(PaymentId::toString).toArray()));
            return only(statement);
        }
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return only(statement);
        }
    }

    private static long only(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new IllegalStateException(otherwise);
        }
    }
}
