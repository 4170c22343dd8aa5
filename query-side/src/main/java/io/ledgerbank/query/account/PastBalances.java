package io.ledgerbank.query.account;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads what accounts were worth as of a day and as known at a time. All it reads is of positions that both projections
 * have passed, where nothing changes any more, so the same question has the same answer ever after. Thread-safe.
 */
final class PastBalances {

    /**
     * Starts from what an entry has left on the account, the last one that was known and booked by then, so that it costs the
     * same for accounts of ten entries and of ten million; then corrects it by the few that count on another day than they
     * were booked on, or were booked by a node whose clock was behind, less than a day, around midnight.
     */
    static final String SQL = """
            WITH line AS NOT MATERIALIZED (
                SELECT position, booking_date, value_date, balance_after,
                    CASE direction WHEN 'CREDIT' THEN amount ELSE -amount END AS change
                FROM readmodel.entry WHERE account_id = :account AND position <= :known),
            last AS MATERIALIZED (
                SELECT position, booking_date, balance_after FROM line
                WHERE booking_date <= :booked ORDER BY booking_date DESC, position DESC LIMIT 1)
            SELECT coalesce((SELECT balance_after FROM last), 0)
                + coalesce((SELECT sum(change) FROM line, last
                    WHERE line.booking_date >= last.booking_date - 1 AND line.booking_date < last.booking_date
                    AND line.position > last.position), 0)
                - coalesce((SELECT sum(change) FROM line, last
                    WHERE line.booking_date > :booked AND line.booking_date <= CAST(:booked AS date) + 1
                    AND line.position < last.position), 0)
                + coalesce((SELECT sum(CASE WHEN value_date <= :valued THEN change ELSE -change END) FROM line
                    WHERE value_date <> booking_date AND (value_date <= :valued) <> (booking_date <= :booked)), 0)
                AS posted,
                (SELECT coalesce(sum(amount), 0) FROM (
                    SELECT amount FROM readmodel.hold
                    WHERE account_id = :account AND position <= :known AND ended_position IS NULL
                    UNION ALL
                    SELECT amount FROM readmodel.hold
                    WHERE account_id = :account AND position <= :known AND ended_position > :known) AS open)
                AS held,
                coalesce((SELECT overdraft_limit FROM readmodel.overdraft
                    WHERE account_id = :account AND position <= :known ORDER BY position DESC LIMIT 1), 0)
                AS overdraft""";

    private final JdbcClient jdbc;
    private final KnowledgeReader knowledge;
    private final Clock calendar;

    /** @param calendar shows the time in the zone in whose days the bank books */
    PastBalances(JdbcClient jdbc, KnowledgeReader knowledge, Clock calendar) {
        this.jdbc = jdbc;
        this.knowledge = knowledge;
        this.calendar = calendar;
    }

    /** @throws RejectedException {@code invalid_parameter} for a time to come: what will be known is not known yet */
    AccountBalance seen(Perspective from, AccountId id, Currency currency) {
        Instant now = calendar.instant();
        if (from.knownAt().filter(now::isBefore).isPresent()) {
            throw new RejectedException(Reason.INVALID_PARAMETER, "knownAt is a time that has come already");
        }
        Knowledge known = from.knownAt().map(knowledge::at).orElseGet(knowledge::now);
        Instant asOf = from.asOf()
                .map(day -> day.time(calendar.getZone()))
                .or(from::knownAt)
                .orElse(now);
        LocalDate valued = from.asOf().map(day -> day.day(calendar.getZone())).orElse(LocalDate.MAX);
        return known(known, id, currency, asOf, valued);
    }

    /** What was known, of that what counts by a day. */
    AccountBalance known(Knowledge known, AccountId id, Currency currency, Instant asOf, LocalDate valued) {
        return jdbc.sql(SQL)
                .param("account", id.value())
                .param("known", known.position())
                .param("valued", valued)
                .param("booked", earlier(valued, lastBookingDay(known)))
                .query((row, number) -> balance(row, currency, asOf, known))
                .single();
    }

    /** What was known by a time has been booked by its day, or by the next, on a node whose clock was ahead. */
    private LocalDate lastBookingDay(Knowledge known) {
        return LocalDate.ofInstant(known.at(), calendar.getZone()).plusDays(1);
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static AccountBalance balance(ResultSet row, Currency currency, Instant asOf, Knowledge known)
            throws SQLException {
        Money posted = new Money(row.getLong("posted"), currency);
        Money held = new Money(row.getLong("held"), currency);
        Money overdraft = new Money(row.getLong("overdraft"), currency);
        return new AccountBalance(posted, held, posted.minus(held).plus(overdraft), asOf, known.at(), known.position());
    }
}
