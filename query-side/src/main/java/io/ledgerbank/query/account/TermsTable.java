package io.ledgerbank.query.account;

import io.ledgerbank.api.account.AccountChanged;
import io.ledgerbank.api.account.AccountClosed;
import io.ledgerbank.api.account.AccountFrozen;
import io.ledgerbank.api.account.AccountLimits;
import io.ledgerbank.api.account.AccountRenamed;
import io.ledgerbank.api.account.AccountStatus;
import io.ledgerbank.api.account.AccountUnfrozen;
import io.ledgerbank.api.account.LimitsChanged;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.query.projection.Recorded;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes down what changes about an account besides its money: seldom, so one by one. */
final class TermsTable {

    private static final String RENAME = "UPDATE readmodel.account SET name = :name WHERE id = :id";
    private static final String STATUS = "UPDATE readmodel.account SET status = :status WHERE id = :id";
    private static final String LIMITS = """
            UPDATE readmodel.account
            SET single_limit = :single, daily_limit = :daily, monthly_limit = :monthly, overdraft_limit = :overdraft
            WHERE id = :id""";

    private static final String OVERDRAFT = """
            INSERT INTO readmodel.overdraft (account_id, position, overdraft_limit) VALUES (:id, :position, :overdraft)
            ON CONFLICT (account_id, position) DO NOTHING""";

    private final JdbcClient jdbc;

    TermsTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The row is there already. */
    void write(Recorded<AccountChanged> recorded) {
        switch (recorded.event()) {
            case AccountRenamed renamed -> rename(renamed);
            case AccountFrozen frozen -> status(frozen.accountId(), AccountStatus.FROZEN);
            case AccountUnfrozen unfrozen -> status(unfrozen.accountId(), AccountStatus.ACTIVE);
            case AccountClosed closed -> status(closed.accountId(), AccountStatus.CLOSED);
            case LimitsChanged changed -> {
                limits(changed);
                overdraft(recorded.as(changed));
            }
        }
    }

    private void rename(AccountRenamed event) {
        jdbc.sql(RENAME)
                .param("name", event.name())
                .param("id", event.accountId().value())
                .update();
    }

    private void status(AccountId account, AccountStatus status) {
        jdbc.sql(STATUS)
                .param("status", status.name())
                .param("id", account.value())
                .update();
    }

    private void limits(LimitsChanged event) {
        AccountLimits limits = event.limits();
        jdbc.sql(LIMITS)
                .param("single", limits.singleLimit().minorUnits())
                .param("daily", limits.dailyLimit().minorUnits())
                .param("monthly", limits.monthlyLimit().minorUnits())
                .param("overdraft", event.overdraftLimit().minorUnits())
                .param("id", event.accountId().value())
                .update();
    }

    /** How far it may be overdrawn is asked of the past, too. */
    private void overdraft(Recorded<LimitsChanged> recorded) {
        jdbc.sql(OVERDRAFT)
                .param("id", recorded.event().accountId().value())
                .param("position", recorded.position())
                .param("overdraft", recorded.event().overdraftLimit().minorUnits())
                .update();
    }
}
