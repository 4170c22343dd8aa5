package io.ledgerbank.query.account;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.ledger.Booked;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.support.SqlArrayValue;

/** Writes lines of the ledger, many at a time: those of customers, and those of the bank's own accounts. */
final class EntryTable {

    private static final String LAST = "SELECT coalesce(max(position), 0) FROM readmodel.internal_entry";
    private static final String BOOKED =
            "SELECT DISTINCT position FROM readmodel.internal_entry WHERE position = ANY (?)";

    private static final ManyRows<CustomerLine> CUSTOMERS = ManyRows.<CustomerLine>of()
            .column("position", "bigint", row -> row.line().recorded().position())
            .column("id", "uuid", CustomerLine::id)
            .column("account_id", "uuid", CustomerLine::account)
            .column("payment_id", "uuid", row -> row.event().paymentId().value())
            .column("direction", "text", row -> row.line().entry().direction().name())
            .column("amount", "bigint", row -> row.line().entry().amount().minorUnits())
            .column("balance_after", "bigint", CustomerLine::balanceAfter)
            .column("currency", "text", row -> row.line().key().currency())
            .column(
                    "counterparty_name",
                    "text",
                    row -> row.event().counterparty().name().orElse(null))
            .column(
                    "counterparty_iban",
                    "text",
                    row -> row.event().counterparty().iban().map(Iban::value).orElse(null))
            .column("counterparty_account_id", "uuid", row -> row.event()
                    .counterparty()
                    .accountId()
                    .map(AccountId::value)
                    .orElse(null))
            .column("remittance_information", "text", row -> row.event().remittanceInformation())
            .column("booking_date", "date", row -> row.event().bookingDate())
            .column("value_date", "date", row -> row.event().valueDate());

    private static final ManyRows<LedgerLine> INTERNALS = ManyRows.<LedgerLine>of()
            .column("position", "bigint", row -> row.recorded().position())
            .column("account", "text", row -> row.key().account())
            .column("payment_id", "uuid", row -> row.event().paymentId().value())
            .column("direction", "text", row -> row.entry().direction().name())
            .column("amount", "bigint", row -> row.entry().amount().minorUnits())
            .column("currency", "text", row -> row.key().currency())
            .column("booking_date", "date", row -> row.event().bookingDate())
            .column("value_date", "date", row -> row.event().valueDate());

    private final Tables tables;

    EntryTable(Tables tables) {
        this.tables = tables;
    }

    /** The positions of those events whose lines are there already: each event has a line in one of the bank's own accounts. */
    Set<Long> bookedOf(List<Recorded<Booked>> batch) {
        if (batch.isEmpty()
                || tables.sql(LAST).query(Long.class).single()
                        < batch.getFirst().position()) {
            return Set.of();
        }
        Object[] positions = batch.stream().map(Recorded::position).toArray();
        return new HashSet<>(tables.sql(BOOKED)
                .param(new SqlArrayValue("bigint", positions))
                .query(Long.class)
                .list());
    }

    void insert(List<CustomerLine> customers, List<LedgerLine> internals) {
        CUSTOMERS.copyInto("readmodel.entry", tables, customers);
        INTERNALS.copyInto("readmodel.internal_entry", tables, internals);
    }
}
