package io.ledgerbank.query.account;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.ledger.SettlementBook;
import io.ledgerbank.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the lines of our accounts with other banks, each with the time at which it was recorded. Thread-safe. */
final class SettlementLines implements SettlementBook {

    private static final String PREFIX =
            InternalAccount.settlement(new BankCode("ANY")).code().replaceFirst("ANY$", "");

    private static final String SQL = """
            SELECT entry.position, entry.account, entry.payment_id, entry.direction, entry.amount, entry.currency,
                event.recorded_at
            FROM readmodel.internal_entry AS entry JOIN eventlog.event AS event ON event.position = entry.position
            WHERE entry.position > ? AND entry.account LIKE ? ORDER BY entry.position LIMIT ?""";

    private final JdbcClient jdbc;

    SettlementLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Line> after(long position, int most) {
        return jdbc.sql(SQL)
                .params(position, PREFIX + "%", most)
                .query((row, number) -> line(row))
                .list();
    }

    private static Line line(ResultSet row) throws SQLException {
        Money amount = new Money(row.getLong("amount"), Currency.getInstance(row.getString("currency")));
        return new Line(
                row.getLong("position"),
                new BankCode(row.getString("account").substring(PREFIX.length())),
                new PaymentId(row.getObject("payment_id", UUID.class)),
                Direction.valueOf(row.getString("direction")) == Direction.CREDIT ? amount : amount.negated(),
                row.getTimestamp("recorded_at").toInstant());
    }
}
