package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.saga.bank.BankAccount;
import io.ledgerbank.saga.bank.BankBalance;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts behind each connection, and how far they are read. Thread-safe. */
final class LinkedAccounts {

    private static final String UPSERT = """
            INSERT INTO saga.linked_account (id, connection_id, external_id, name, iban, currency)
            VALUES (:id, :connection, :external, :name, :iban, :currency)
            ON CONFLICT (connection_id, external_id) DO UPDATE SET name = excluded.name, iban = excluded.iban""";

    private static final String ADVANCE = """
            UPDATE saga.linked_account SET resume = :resume, read_up_to = greatest(read_up_to, :upTo) WHERE id = :id""";

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    LinkedAccounts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An account with where reading it goes on. */
    record Readable(LinkedAccount account, Resume resume) {}

    void upsert(BankConnectionId connection, BankAccount account) {
        jdbc.sql(UPSERT)
                .param("id", Uuids.next())
                .param("connection", connection.value())
                .param("external", account.id())
                .param("name", account.name())
                .param("iban", account.iban().orElse(null))
                .param("currency", account.currency().getCurrencyCode())
                .update();
    }

    List<Readable> of(BankConnectionId connection) {
        return jdbc.sql("SELECT * FROM saga.linked_account WHERE connection_id = ? ORDER BY id")
                .param(connection.value())
                .query((row, number) -> new Readable(
                        account(row),
                        new Resume(
                                Optional.ofNullable(row.getString("resume")),
                                Optional.ofNullable(row.getTimestamp("read_up_to"))
                                        .map(Timestamp::toInstant))))
                .list();
    }

    /** Newest first, one more than a page, so that it shows whether there is another. */
    List<LinkedAccount> page(BankConnectionId connection, int limit, Optional<UUID> before) {
        return jdbc.sql("SELECT * FROM saga.linked_account WHERE connection_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(connection.value(), before.orElse(LAST), limit + 1)
                .query((row, number) -> account(row))
                .list();
    }

    void advance(UUID account, Resume resume) {
        jdbc.sql(ADVANCE)
                .param("resume", resume.after().orElse(null))
                .param("upTo", resume.upTo().map(Timestamp::from).orElse(null))
                .param("id", account)
                .update();
    }

    void setBalance(UUID account, BankBalance balance) {
        jdbc.sql("UPDATE saga.linked_account SET balance = ?, balance_at = ? WHERE id = ?")
                .params(balance.amount().minorUnits(), Timestamp.from(balance.asOf()), account)
                .update();
    }

    /** With all that was read of them. */
    void forget(BankConnectionId connection) {
        jdbc.sql("DELETE FROM saga.linked_account WHERE connection_id = ?")
                .param(connection.value())
                .update();
    }

    private static LinkedAccount account(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        long balance = row.getLong("balance");
        Optional<Money> amount = row.wasNull() ? Optional.empty() : Optional.of(new Money(balance, currency));
        return new LinkedAccount(
                row.getObject("id", UUID.class),
                row.getString("external_id"),
                row.getString("name"),
                Optional.ofNullable(row.getString("iban")),
                currency,
                amount,
                Optional.ofNullable(row.getTimestamp("balance_at")).map(Timestamp::toInstant));
    }
}
