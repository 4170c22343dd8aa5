package io.ledgerbank.query.account;

import io.ledgerbank.api.account.Counterparty;
import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.ledger.Direction;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.LedgerAccount;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * Writes lines of the ledger, each together with its account's sums in one statement. A line that is there already
 * changes nothing; the line itself tells that, not the order of positions, because the bank's own accounts are booked by
 * appends that may commit out of order.
 */
final class EntryTable {

    private static final String ADD_TO_SUM = """
            WITH total AS (
                INSERT INTO readmodel.ledger_sum AS before (account, currency, debits, credits)
                SELECT :code, :currency, :debit, :credit
                WHERE NOT EXISTS (SELECT FROM %s)
                ON CONFLICT (account, currency) DO UPDATE
                SET debits = before.debits + excluded.debits, credits = before.credits + excluded.credits
                RETURNING credits - debits AS balance)
            """;

    private static final String BOOK_CUSTOMERS =
            ADD_TO_SUM.formatted("readmodel.entry WHERE position = :position") + """
            INSERT INTO readmodel.entry (position, id, account_id, payment_id, direction, amount, balance_after, currency,
                    counterparty_name, counterparty_iban, counterparty_account_id, remittance_information,
                    booking_date, value_date)
            SELECT :position, :id, :account, :payment, :direction, :amount, CAST(balance AS bigint), :currency,
                    :counterpartyName, :counterpartyIban, CAST(:counterpartyAccount AS uuid), :remittanceInformation,
                    :bookingDate, :valueDate
            FROM total""";

    private static final String BOOK_INTERNAL =
            ADD_TO_SUM.formatted("readmodel.internal_entry WHERE position = :position AND account = :code") + """
            INSERT INTO readmodel.internal_entry (position, account, payment_id, direction, amount, currency,
                    booking_date, value_date)
            SELECT :position, :code, :payment, :direction, :amount, :currency, :bookingDate, :valueDate
            FROM total""";

    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void bookCustomers(LedgerAccount.Customer account, Entry entry, MoneyEvent event, UUID id, long position) {
        Counterparty counterparty = event.counterparty();
        line(BOOK_CUSTOMERS, entry, event, position)
                .param("id", id)
                .param("account", account.accountId().value())
                .param("counterpartyName", counterparty.name().orElse(null))
                .param("counterpartyIban", counterparty.iban().map(Iban::value).orElse(null))
                .param(
                        "counterpartyAccount",
                        counterparty.accountId().map(AccountId::value).orElse(null))
                .param("remittanceInformation", event.remittanceInformation())
                .update();
    }

    void bookInternal(Entry entry, MoneyEvent event, long position) {
        line(BOOK_INTERNAL, entry, event, position).update();
    }

    private StatementSpec line(String sql, Entry entry, MoneyEvent event, long position) {
        long amount = entry.amount().minorUnits();
        return jdbc.sql(sql)
                .param("code", entry.account().code())
                .param("currency", entry.amount().currency().getCurrencyCode())
                .param("debit", entry.direction() == Direction.DEBIT ? amount : 0)
                .param("credit", entry.direction() == Direction.CREDIT ? amount : 0)
                .param("position", position)
                .param("payment", event.paymentId().value())
                .param("direction", entry.direction().name())
                .param("amount", amount)
                .param("bookingDate", event.bookingDate())
                .param("valueDate", event.valueDate());
    }
}
