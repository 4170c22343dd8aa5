package io.ledgerbank.query.account;

import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.ledger.LedgerAccount;
import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Keeps the lines that money events write into the ledger, the bank's own accounts included, and their sums. */
final class EntryProjection implements Projection<Booked> {

    private final EntryTable entries;
    private final LedgerSums sums;

    EntryProjection(Tables tables) {
        this.entries = new EntryTable(tables);
        this.sums = new LedgerSums(tables);
    }

    @Override
    public Class<Booked> events() {
        return Booked.class;
    }

    /**
     * An event whose line is there already changes nothing; the line itself tells that, not the order of positions,
     * because the bank's own accounts have no stream.
     */
    @Override
    public void write(List<Recorded<Booked>> batch) {
        Set<Long> booked = entries.bookedOf(batch);
        List<LedgerLine> lines = batch.stream()
                .filter(recorded -> !booked.contains(recorded.position()))
                .flatMap(LedgerLine::of)
                .toList();
        if (!lines.isEmpty()) {
            book(lines, sums.add(lines));
        }
    }

    private void book(List<LedgerLine> lines, Map<LedgerLine.Key, BigDecimal> before) {
        Map<LedgerLine.Key, BigDecimal> balances = new HashMap<>(before);
        List<CustomerLine> customers = new ArrayList<>();
        List<LedgerLine> internals = new ArrayList<>();
        for (LedgerLine line : lines) {
            BigDecimal balance = line.change().add(balances.getOrDefault(line.key(), BigDecimal.ZERO));
            balances.put(line.key(), balance);
            switch (line.entry().account()) {
                case LedgerAccount.Customer customer ->
                    customers.add(new CustomerLine(line, customer.accountId().value(), balance.longValueExact()));
                case InternalAccount internal -> internals.add(line);
            }
        }
        entries.insert(customers, internals);
    }
}
