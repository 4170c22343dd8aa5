package io.ledgerbank.query.statement;

import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.query.audit.Total;
import java.util.Currency;
import java.util.List;

/** How many lines of one direction there are, and what they come to. */
public record Turnover(int count, Total sum) {

    static Turnover of(Direction direction, Currency currency, List<StatementLine> lines) {
        List<Total> amounts = lines.stream()
                .filter(line -> line.direction() == direction)
                .map(line -> Total.of(line.amount()))
                .toList();
        return new Turnover(amounts.size(), amounts.stream().reduce(Total.zero(currency), Total::plus));
    }
}
