package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.id.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What reading a connection takes, beside its events. Thread-safe. */
final class ConnectionTable {

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;

    ConnectionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param syncedAt when it was last read to the end */
    record Row(BankConnectionId id, UserId userId, Optional<Instant> syncedAt) {}

    void insert(BankConnectionId id, UserId user, BankCode bank, Instant now) {
        jdbc.sql("INSERT INTO saga.bank_connection (id, user_id, bank_code, requested_at) VALUES (?, ?, ?, ?)")
                .params(id.value(), user.value(), bank.value(), Timestamp.from(now))
                .update();
    }

    /** Newest first, one more than a page, so that it shows whether there is another. */
    List<Row> page(UserId user, int limit, Optional<UUID> before) {
        return jdbc.sql("SELECT id, user_id, synced_at FROM saga.bank_connection"
                        + " WHERE user_id = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(user.value(), before.orElse(LAST), limit + 1)
                .query((row, number) -> row(row))
                .list();
    }

    Optional<Row> find(BankConnectionId id) {
        return jdbc.sql("SELECT id, user_id, synced_at FROM saga.bank_connection WHERE id = ?")
                .param(id.value())
                .query((row, number) -> row(row))
                .optional();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                new BankConnectionId(row.getObject("id", UUID.class)),
                new UserId(row.getObject("user_id", UUID.class)),
                Optional.ofNullable(row.getTimestamp("synced_at")).map(Timestamp::toInstant));
    }

    boolean readAccountsSince(BankConnectionId id, Instant time) {
        return jdbc.sql("SELECT count(*) FROM saga.bank_connection WHERE id = ? AND accounts_read_at >= ?")
                        .params(id.value(), Timestamp.from(time))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void accountsRead(BankConnectionId id, Instant now) {
        jdbc.sql("UPDATE saga.bank_connection SET accounts_read_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    void synced(BankConnectionId id, Instant now) {
        jdbc.sql("UPDATE saga.bank_connection SET synced_at = ?, failures = 0 WHERE id = ?")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    /** @return how often in a row it has failed by now */
    int failed(BankConnectionId id) {
        return jdbc.sql("UPDATE saga.bank_connection SET failures = failures + 1 WHERE id = ? RETURNING failures")
                .param(id.value())
                .query(Integer.class)
                .optional()
                .orElse(1);
    }

    /** Somebody wants it read now. */
    void asked(BankConnectionId id, Instant now) {
        jdbc.sql("UPDATE saga.bank_connection SET asked_at = ? WHERE id = ?")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    boolean askedSince(BankConnectionId id, Instant time) {
        return jdbc.sql("SELECT count(*) FROM saga.bank_connection WHERE id = ? AND asked_at > ?")
                        .params(id.value(), Timestamp.from(time))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** The connections through which an account of the bank is read. */
    List<BankConnectionId> through(BankCode bank, String externalId) {
        return jdbc
                .sql("SELECT connection.id FROM saga.linked_account AS account"
                        + " JOIN saga.bank_connection AS connection ON connection.id = account.connection_id"
                        + " WHERE account.external_id = ? AND connection.bank_code = ? ORDER BY connection.id")
                .params(externalId, bank.value())
                .query(UUID.class)
                .list()
                .stream()
                .map(BankConnectionId::new)
                .toList();
    }
}
