package io.ledgerbank.query.account;

import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.query.projection.ManyRows;
import java.math.BigDecimal;
import java.util.AbstractMap.SimpleEntry;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps what each account of the ledger turned over. */
final class LedgerSums {

    private static final ManyRows<Entry<LedgerLine.Key, Turnover>> TURNOVERS =
            ManyRows.<Entry<LedgerLine.Key, Turnover>>of()
                    .column("account", "text", row -> row.getKey().account())
                    .column("currency", "text", row -> row.getKey().currency())
                    .column("debits", "numeric", row -> row.getValue().debits())
                    .column("credits", "numeric", row -> row.getValue().credits());

    private static final String ADD = TURNOVERS.insertInto("readmodel.ledger_sum AS before") + """
             ON CONFLICT (account, currency) DO UPDATE
            SET debits = before.debits + excluded.debits, credits = before.credits + excluded.credits
            RETURNING account, currency, credits - debits AS balance""";

    private final JdbcClient jdbc;

    LedgerSums(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What passed through an account, in minor units. */
    private record Turnover(BigDecimal debits, BigDecimal credits) {

        static Turnover of(LedgerLine line) {
            BigDecimal amount = BigDecimal.valueOf(line.entry().amount().minorUnits());
            return line.entry().direction() == Direction.DEBIT
                    ? new Turnover(amount, BigDecimal.ZERO)
                    : new Turnover(BigDecimal.ZERO, amount);
        }

        Turnover plus(Turnover other) {
            return new Turnover(debits.add(other.debits), credits.add(other.credits));
        }

        BigDecimal change() {
            return credits.subtract(debits);
        }
    }

    /**
     * Adds the lines to the sums of their accounts.
     *
     * @return the balance that each of these accounts had before
     */
    Map<LedgerLine.Key, BigDecimal> add(List<LedgerLine> lines) {
        Map<LedgerLine.Key, Turnover> turnovers = new TreeMap<>();
        lines.forEach(line -> turnovers.merge(line.key(), Turnover.of(line), Turnover::plus));
        Map<LedgerLine.Key, BigDecimal> after = write(turnovers);
        return turnovers.entrySet().stream()
                .collect(Collectors.toMap(Entry::getKey, row -> after.getOrDefault(row.getKey(), BigDecimal.ZERO)
                        .subtract(row.getValue().change())));
    }

    /** Reads what is left with the statement that writes it: the sums before need no statement of their own. */
    private Map<LedgerLine.Key, BigDecimal> write(Map<LedgerLine.Key, Turnover> turnovers) {
        return TURNOVERS
                .statement(jdbc, ADD, List.copyOf(turnovers.entrySet()))
                .query((row, number) -> new SimpleEntry<>(
                        new LedgerLine.Key(row.getString("account"), row.getString("currency")),
                        row.getBigDecimal("balance")))
                .list()
                .stream()
                .collect(Collectors.toMap(Entry::getKey, Entry::getValue));
    }
}
