package io.ledgerbank.query.statement;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.account.AccountQueries;
import io.ledgerbank.query.account.BalancesByPosition;
import io.ledgerbank.query.statement.Statement.Moment;
import io.ledgerbank.query.statement.Statement.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Draws up statements: for an account's owner and for staff; to anybody else the account does not exist. Once a period is
 * over its statement is final, and the same whenever it is asked for. Thread-safe.
 */
public class Statements {

    /** By how much the clock of a node may be behind that books something for the last moment of a day. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);

    private final AccountQueries accounts;
    private final BalancesByPosition balances;
    private final StatementRows rows;
    private final Holders holders;
    private final Clock calendar;

    /** @param calendar shows the time in the zone in whose days the bank books */
    Statements(
            AccountQueries accounts, BalancesByPosition balances, StatementRows rows, Holders holders, Clock calendar) {
        this.accounts = accounts;
        this.balances = balances;
        this.rows = rows;
        this.holders = holders;
        this.calendar = calendar;
    }

    /** @throws RejectedException {@code account_not_found}, or {@code invalid_parameter} for a period that has not begun */
    Statement of(AccountId id, Period period, Caller caller) {
        AccountDetails account = accounts.account(id, caller);
        period.requireBegun(LocalDate.now(calendar));
        Instant end = period.to().plusDays(1).atStartOfDay(calendar.getZone()).toInstant();
        boolean over = balances.knowsAllUntil(end.plus(CLOCKS_DIFFER));
        Money opening = rows.opening(id, period, Money.zero(account.currency()));
        List<StatementLine> lines = rows.lines(id, period, opening);
        Moment moment = over ? new Moment(State.FINAL, end, balances.lastRecordedBy(end)) : soFar(account, lines);
        return Statement.of(account, holders.nameOf(account.ownerId(), moment.asOf()), period, moment, opening, lines);
    }

    /** As of the last line, so that it is another statement only once there is another line. */
    private Moment soFar(AccountDetails account, List<StatementLine> lines) {
        if (lines.isEmpty()) {
            return new Moment(State.PROVISIONAL, account.createdAt(), 0);
        }
        long last = lines.stream().mapToLong(StatementLine::position).max().orElse(0);
        return new Moment(State.PROVISIONAL, balances.recordedAt(last), last);
    }
}
