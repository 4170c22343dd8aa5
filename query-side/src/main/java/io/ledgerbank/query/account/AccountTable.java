package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.Spending;
import io.ledgerbank.query.projection.KnownRows;
import io.ledgerbank.query.projection.ManyRows;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.UUID;

/** Reads and writes accounts many at a time. */
final class AccountTable {

    private static final String FIND = """
            SELECT id, posted, held, spent_on, spent_on_day, spent_in_month, last_position
            FROM readmodel.account WHERE id = ANY (?)""";

    /** A new account and what its first batch has made of it. */
    private record Opened(AccountOpened event, long position, AccountFunds funds) {

        AccountLimits limits() {
            return event.limits();
        }
    }

    private static final ManyRows<Opened> OPENED = ManyRows.<Opened>of()
            .column("id", "uuid", row -> row.event().accountId().value())
            .column("owner_id", "uuid", row -> row.event().ownerId().value())
            .column("name", "text", row -> row.event().name())
            .column("type", "text", row -> row.event().type().name())
            .column("currency", "text", row -> row.event().currency().getCurrencyCode())
            .column("iban", "text", row -> row.event().iban().value())
            .column("status", "text", row -> AccountStatus.ACTIVE.name())
            .column("posted", "bigint", row -> row.funds().posted())
            .column("held", "bigint", row -> row.funds().held())
            .column("spent_on", "date", row -> row.funds().spending().day())
            .column("spent_on_day", "bigint", row -> row.funds().spending().onDay())
            .column("spent_in_month", "bigint", row -> row.funds().spending().inMonth())
            .column("overdraft_limit", "bigint", row -> 0L)
            .column("single_limit", "bigint", row -> row.limits().singleLimit().minorUnits())
            .column("daily_limit", "bigint", row -> row.limits().dailyLimit().minorUnits())
            .column("monthly_limit", "bigint", row -> row.limits()
                    .monthlyLimit()
                    .minorUnits())
            .column("opened_at", "timestamptz", row -> row.event().openedAt())
            .column("position", "bigint", Opened::position)
            .column("last_position", "bigint", row -> row.funds().lastPosition());

    private static final ManyRows<Entry<UUID, AccountFunds>> FUNDS = ManyRows.<Entry<UUID, AccountFunds>>of()
            .column("id", "uuid", Entry::getKey)
            .column("posted", "bigint", row -> row.getValue().posted())
            .column("held", "bigint", row -> row.getValue().held())
            .column("spent_on", "date", row -> row.getValue().spending().day())
            .column("spent_on_day", "bigint", row -> row.getValue().spending().onDay())
            .column("spent_in_month", "bigint", row -> row.getValue().spending().inMonth())
            .column("last_position", "bigint", row -> row.getValue().lastPosition());

    private static final String UPDATE = FUNDS.update("readmodel.account", "id");

    private final Tables tables;

    AccountTable(Tables tables) {
        this.tables = tables;
    }

    Map<UUID, AccountFunds> find(List<UUID> ids) {
        return KnownRows.find(tables, FIND, ids, (row, number) -> funds(row));
    }

    private static AccountFunds funds(ResultSet row) throws SQLException {
        Spending spending = new Spending(
                row.getObject("spent_on", LocalDate.class), row.getLong("spent_on_day"), row.getLong("spent_in_month"));
        return new AccountFunds(row.getLong("posted"), row.getLong("held"), spending, row.getLong("last_position"));
    }

    void insert(List<Recorded<AccountOpened>> accounts, Map<UUID, AccountFunds> funds) {
        List<Opened> rows = accounts.stream()
                .map(account -> new Opened(
                        account.event(),
                        account.position(),
                        Objects.requireNonNull(
                                funds.get(account.event().accountId().value()))))
                .toList();
        OPENED.copyInto("readmodel.account", tables, rows);
    }

    void update(Map<UUID, AccountFunds> funds) {
        FUNDS.write(tables, UPDATE, List.copyOf(funds.entrySet()));
    }
}
