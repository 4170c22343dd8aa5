package io.ledgerbank.saga.reconciliation;

import io.ledgerbank.api.bank.BankCode;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Finds out what agrees: the lines about one subject that sum to zero over both sides. What does not, and is old enough not
 * to be on its way, is a break. Thread-safe.
 */
final class Matching {

    private static final String SUBJECTS = """
            WITH line AS (
                SELECT currency, subject, amount AS ours, 0 AS theirs, booked_at FROM saga.settlement_line
                WHERE bank_code = :bank AND matched_in IS NULL
                UNION ALL
                SELECT currency, subject, 0, amount, booked_at FROM saga.statement_line
                WHERE bank_code = :bank AND matched_in IS NULL),
            subject AS (
                SELECT currency, subject, sum(ours) AS ours, sum(theirs) AS theirs, min(booked_at) AS since
                FROM line GROUP BY currency, subject)
            """;

    private static final String MATCH = SUBJECTS + """
            , ours AS (
                UPDATE saga.settlement_line AS line SET matched_in = :run FROM subject
                WHERE line.bank_code = :bank AND line.matched_in IS NULL AND subject.ours + subject.theirs = 0
                    AND line.currency = subject.currency AND line.subject = subject.subject RETURNING 1),
            theirs AS (
                UPDATE saga.statement_line AS line SET matched_in = :run FROM subject
                WHERE line.bank_code = :bank AND line.matched_in IS NULL AND subject.ours + subject.theirs = 0
                    AND line.currency = subject.currency AND line.subject = subject.subject RETURNING 1)
            SELECT (SELECT count(*) FROM ours) + (SELECT count(*) FROM theirs)""";

    private static final String BREAK = SUBJECTS + """
            , found AS (
                INSERT INTO saga.reconciliation_break AS known
                    (id, found_in, bank_code, currency, subject, ours, theirs, since, state)
                SELECT uuidv7(), :run, :bank, currency, subject, ours, theirs, since, 'OPEN' FROM subject
                WHERE since <= :cutoff
                ON CONFLICT (bank_code, currency, subject) WHERE state = 'OPEN'
                DO UPDATE SET ours = excluded.ours, theirs = excluded.theirs, since = excluded.since
                RETURNING found_in)
            SELECT count(*) FROM found WHERE found_in = :run""";

    private static final String CLOSE = SUBJECTS + """
            UPDATE saga.reconciliation_break AS known SET state = 'MATCHED', ended_at = :now
            WHERE known.bank_code = :bank AND known.state = 'OPEN' AND NOT EXISTS (
                SELECT FROM subject WHERE subject.currency = known.currency AND subject.subject = known.subject)""";

    private final JdbcClient jdbc;

    Matching(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param matched lines that were found to agree
     * @param breaks what had not been known before
     */
    record Outcome(int matched, int breaks) {}

    /**
     * In the caller's transaction, which has a bank to itself.
     *
     * @param cutoff what is younger may be on its way
     */
    Outcome match(UUID run, BankCode bank, Instant cutoff, Instant now) {
        jdbc.sql("SELECT pg_advisory_xact_lock(hashtextextended('reconciliation:' || ?, 0))")
                .param(bank.value())
                .query(rows -> {});
        int matched = count(MATCH, run, bank);
        jdbc.sql(CLOSE)
                .param("bank", bank.value())
                .param("now", Timestamp.from(now))
                .update();
        int breaks = jdbc.sql(BREAK)
                .param("bank", bank.value())
                .param("run", run)
                .param("cutoff", Timestamp.from(cutoff))
                .query(Integer.class)
                .single();
        return new Outcome(matched, breaks);
    }

    private int count(String sql, UUID run, BankCode bank) {
        return jdbc.sql(sql)
                .param("bank", bank.value())
                .param("run", run)
                .query(Integer.class)
                .single();
    }
}
