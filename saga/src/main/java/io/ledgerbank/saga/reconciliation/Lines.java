package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.ledger.SettlementBook;
import io.ledgerbank.saga.bank.BankTransaction;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The lines of both sides as far as they are read; each is kept once. Thread-safe. */
final class Lines {

    private static final String PUT_OURS = """
            INSERT INTO saga.settlement_line (position, bank_code, subject, amount, currency, booked_at)
            SELECT * FROM unnest(CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]), CAST(? AS bigint[]),
                CAST(? AS text[]), CAST(? AS timestamptz[]))
            ON CONFLICT DO NOTHING""";

    private static final String PUT_THEIRS = """
            INSERT INTO saga.statement_line (bank_code, account, external_id, subject, amount, currency, booked_at)
            SELECT ?, ?, given.* FROM unnest(CAST(? AS text[]), CAST(? AS text[]), CAST(? AS bigint[]),
                CAST(? AS text[]), CAST(? AS timestamptz[])) AS given
            ON CONFLICT DO NOTHING""";

    private static final String MARK = """
            INSERT INTO saga.statement_mark (bank_code, account, resume) VALUES (?, ?, ?)
            ON CONFLICT (bank_code, account) DO UPDATE SET resume = excluded.resume""";

    private final JdbcClient jdbc;

    Lines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The position of the last line of ours that is here. */
    long readUpTo() {
        return jdbc.sql("SELECT coalesce(max(position), 0) FROM saga.settlement_line")
                .query(Long.class)
                .single();
    }

    void putOurs(List<SettlementBook.Line> lines) {
        jdbc.sql(PUT_OURS)
                .param(array("bigint", lines, SettlementBook.Line::position))
                .param(array("text", lines, line -> line.bank().value()))
                .param(array("text", lines, line -> line.paymentId().toString()))
                .param(array("bigint", lines, line -> line.amount().minorUnits()))
                .param(array("text", lines, line -> line.amount().currency().getCurrencyCode()))
                .param(array("timestamptz", lines, line -> Timestamp.from(line.bookedAt())))
                .update();
    }

    Optional<String> mark(BankCode bank, String account) {
        return jdbc.sql("SELECT resume FROM saga.statement_mark WHERE bank_code = ? AND account = ?")
                .params(bank.value(), account)
                .query(String.class)
                .optional();
    }

    /** A line that names no instruction is its own subject. In the caller's transaction. */
    void putTheirs(BankCode bank, String account, List<BankTransaction> lines) {
        jdbc.sql(PUT_THEIRS)
                .param(bank.value())
                .param(account)
                .param(array("text", lines, BankTransaction::id))
                .param(array("text", lines, line -> line.instructionId().orElse(account + "/" + line.id())))
                .param(array("bigint", lines, line -> line.amount().minorUnits()))
                .param(array("text", lines, line -> line.amount().currency().getCurrencyCode()))
                .param(array("timestamptz", lines, line -> Timestamp.from(line.bookedAt())))
                .update();
        jdbc.sql(MARK).params(bank.value(), account, lines.getLast().id()).update();
    }

    private static <T> SqlArrayValue array(String type, List<T> lines, Function<T, Object> value) {
        return new SqlArrayValue(type, lines.stream().map(value).toArray());
    }
}
