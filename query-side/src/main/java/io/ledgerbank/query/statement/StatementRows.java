package io.ledgerbank.query.statement;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the lines of statements. Thread-safe. */
final class StatementRows {

    /**
     * Starts from what the last line before the period has left on the account, and corrects it by those that nodes whose
     * clocks are less than a day off have booked out of order around midnight.
     */
    static final String OPENING = """
            WITH line AS NOT MATERIALIZED (
                SELECT position, booking_date, balance_after,
                    CASE direction WHEN 'CREDIT' THEN amount ELSE -amount END AS change
                FROM readmodel.entry WHERE account_id = :account),
            last AS MATERIALIZED (
                SELECT position, booking_date, balance_after FROM line
                WHERE booking_date < :from ORDER BY booking_date DESC, position DESC LIMIT 1)
            SELECT CAST(coalesce((SELECT balance_after FROM last), 0)
                + coalesce((SELECT sum(change) FROM line, last
                    WHERE line.booking_date >= last.booking_date - 1 AND line.booking_date < last.booking_date
                    AND line.position > last.position), 0)
                - coalesce((SELECT sum(change) FROM line, last
                    WHERE line.booking_date >= :from AND line.booking_date <= CAST(:from AS date) + 1
                    AND line.position < last.position), 0) AS bigint)""";

    static final String LINES = """
            SELECT id, position, booking_date, value_date, direction, amount, payment_id, counterparty_name,
                counterparty_iban, counterparty_account_id, remittance_information
            FROM readmodel.entry WHERE account_id = :account AND booking_date >= :from AND booking_date <= :to
            ORDER BY booking_date, position LIMIT :most""";

    private static final int MOST = 20_000;

    private final JdbcClient jdbc;

    StatementRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Money opening(AccountId account, Period period, Money zero) {
        long minorUnits = jdbc.sql(OPENING)
                .param("account", account.value())
                .param("from", period.from())
                .query(Long.class)
                .single();
        return new Money(minorUnits, zero.currency());
    }

    /**
     * In the order of their booking.
     *
     * @throws RejectedException {@code invalid_parameter} when they are more than fit into a statement
     */
    List<StatementLine> lines(AccountId account, Period period, Money opening) {
        List<StatementLine> lines = new ArrayList<>();
        jdbc.sql(LINES)
                .param("account", account.value())
                .param("from", period.from())
                .param("to", period.to())
                .param("most", MOST + 1)
                .query(row -> {
                    Money before = lines.isEmpty() ? opening : lines.getLast().balance();
                    lines.add(StatementLine.read(row, before));
                });
        if (lines.size() > MOST) {
            throw new RejectedException(
                    Reason.INVALID_PARAMETER, "The period has more than " + MOST + " entries; ask for fewer days");
        }
        return lines;
    }
}
