package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.saga.bank.BankTransaction;
import io.ledgerbank.saga.bank.LineState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The lines of linked accounts, each of which is kept once however often the bank shows it. Thread-safe. */
final class LinkedTransactions {

    private static final String PUT = """
            INSERT INTO saga.linked_transaction AS known (account_id, connection_id, external_id, id, amount, currency, state,
                booked_at, value_date, counterparty, description)
            SELECT ?, ?, external_id, id, amount, currency, state, booked_at, value_date, counterparty, description
            FROM unnest(CAST(? AS text[]), CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]),
                CAST(? AS timestamptz[]), CAST(? AS date[]), CAST(? AS text[]), CAST(? AS text[]))
                AS given (external_id, id, amount, currency, state, booked_at, value_date, counterparty, description)
            ON CONFLICT (account_id, external_id) DO UPDATE SET amount = excluded.amount, state = excluded.state,
                value_date = excluded.value_date, description = excluded.description
            WHERE known.state = 'PENDING' AND known.currency = excluded.currency""";

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    LinkedTransactions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is booked already stays as it is; what was pending is as the bank has it now. */
    void put(BankConnectionId connection, UUID account, Collection<BankTransaction> lines) {
        jdbc.sql(PUT)
                .param(account)
                .param(connection.value())
                .param(array("text", lines, BankTransaction::id))
                .param(array("uuid", lines, line -> LineId.of(account, line)))
                .param(array("bigint", lines, line -> line.amount().minorUnits()))
                .param(array("text", lines, line -> line.amount().currency().getCurrencyCode()))
                .param(array("text", lines, line -> line.state().name()))
                .param(array("timestamptz", lines, line -> Timestamp.from(line.bookedAt())))
                .param(array("date", lines, line -> line.valueDate()))
                .param(array("text", lines, line -> line.counterparty().orElse(null)))
                .param(array("text", lines, BankTransaction::remittanceInformation))
                .update();
    }

    /** The latest first, one more than a page, so that it shows whether there is another. */
    List<LinkedTransaction> page(BankConnectionId connection, int limit, Optional<UUID> before) {
        return jdbc.sql("SELECT * FROM saga.linked_transaction WHERE connection_id = ? AND id < ?"
                        + " ORDER BY id DESC LIMIT ?")
                .params(connection.value(), before.orElse(LAST), limit + 1)
                .query((row, number) -> transaction(row))
                .list();
    }

    private static LinkedTransaction transaction(ResultSet row) throws SQLException {
        return new LinkedTransaction(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("external_id"),
                new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency"))),
                LineState.valueOf(row.getString("state")),
                row.getTimestamp("booked_at").toInstant(),
                row.getObject("value_date", LocalDate.class),
                Optional.ofNullable(row.getString("counterparty")),
                row.getString("description"));
    }

    private static SqlArrayValue array(
            String type, Collection<BankTransaction> lines, Function<BankTransaction, @Nullable Object> value) {
        return new SqlArrayValue(type, lines.stream().map(value).toArray());
    }
}
