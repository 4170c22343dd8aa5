package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.Explained;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The worklist of what does not agree. Thread-safe. */
public final class Breaks {

    private static final Logger LOG = LoggerFactory.getLogger(Breaks.class);

    private static final String SELECT = """
            SELECT known.*, other.id AS other FROM saga.reconciliation_break AS known
            LEFT JOIN LATERAL (
                SELECT id FROM saga.reconciliation_break AS candidate
                WHERE known.state = 'OPEN' AND candidate.state = 'OPEN' AND candidate.bank_code = known.bank_code
                    AND candidate.currency = known.currency
                    AND candidate.ours + candidate.theirs + known.ours + known.theirs = 0
                ORDER BY abs(extract(epoch FROM candidate.since - known.since)) LIMIT 1) AS other ON true
            """;

    private static final String END_LINES = """
            UPDATE saga.%s SET matched_in = :id
            WHERE bank_code = :bank AND currency = :currency AND subject = :subject AND matched_in IS NULL""";

    private static final UUID LAST = new UUID(-1, -1);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Breaks(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Newest first, one more than a page, so that it shows whether there is another. */
    public List<Break> page(Break.State state, int limit, Optional<UUID> before) {
        return jdbc.sql(SELECT + "WHERE known.state = ? AND known.id < ? ORDER BY known.id DESC LIMIT ?")
                .params(state.name(), before.orElse(LAST), limit + 1)
                .query((row, number) -> read(row))
                .list();
    }

    /** @throws RejectedException {@code reconciliation_break_not_found} */
    public Break find(UUID id) {
        return jdbc.sql(SELECT + "WHERE known.id = ?")
                .param(id)
                .query((row, number) -> read(row))
                .optional()
                .orElseThrow(() -> new RejectedException(
                        Reason.RECONCILIATION_BREAK_NOT_FOUND, "There is no break with the id " + id));
    }

    /**
     * Takes its lines out of all later runs; no money moves.
     *
     * @throws RejectedException {@code insufficient_permissions}, {@code reconciliation_break_not_found},
     *     {@code already_processed}
     */
    public Break resolve(UUID id, Explained reason, Caller caller) {
        caller.requireAdmin();
        Break open = find(id);
        transactions.executeWithoutResult(transaction -> resolve(open, reason, caller));
        LOG.info("{} resolves break {} of {} with {}", caller, id, open.amount(), open.bankCode());
        return find(id);
    }

    private void resolve(Break open, Explained reason, Caller caller) {
        int resolved = jdbc.sql("UPDATE saga.reconciliation_break SET state = 'RESOLVED', ended_at = :now,"
                        + " resolved_by = :by, resolution = :reason WHERE id = :id AND state = 'OPEN'")
                .param("now", Timestamp.from(clock.instant()))
                .param("by", caller.toString())
                .param("reason", reason.text())
                .param("id", open.id())
                .update();
        if (resolved == 0) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The break is not open any more");
        }
        List.of("settlement_line", "statement_line").forEach(table -> jdbc.sql(END_LINES.formatted(table))
                .param("id", open.id())
                .param("bank", open.bankCode().value())
                .param("currency", open.amount().currency().getCurrencyCode())
                .param("subject", open.subject())
                .update());
    }

    private Break read(ResultSet row) throws SQLException {
        Currency currency = Currency.getInstance(row.getString("currency"));
        BigDecimal ours = row.getBigDecimal("ours");
        BigDecimal theirs = row.getBigDecimal("theirs");
        Instant since = row.getTimestamp("since").toInstant();
        Instant until = Optional.ofNullable(row.getTimestamp("ended_at"))
                .map(Timestamp::toInstant)
                .orElseGet(clock::instant);
        return new Break(
                row.getObject("id", UUID.class),
                new BankCode(row.getString("bank_code")),
                row.getString("subject"),
                BreakAmount.ofMinor(ours, currency),
                BreakAmount.ofMinor(theirs, currency),
                BreakAmount.ofMinor(ours.add(theirs), currency),
                since,
                Duration.between(since, until).toSeconds(),
                Break.State.valueOf(row.getString("state")),
                Optional.ofNullable(row.getObject("other", UUID.class)),
                resolution(row));
    }

    private static Optional<Break.Resolution> resolution(ResultSet row) throws SQLException {
        String by = row.getString("resolved_by");
        return by == null
                ? Optional.empty()
                : Optional.of(new Break.Resolution(
                        by,
                        row.getString("resolution"),
                        row.getTimestamp("ended_at").toInstant()));
    }
}
