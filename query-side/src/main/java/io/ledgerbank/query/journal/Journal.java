package io.ledgerbank.query.journal;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.user.Caller;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Reads the ledger in the order of its lines, a few at a time however many there are. Thread-safe. */
public class Journal {

    /** Takes lines one by one. */
    interface Sink {
        void take(JournalLine line) throws IOException;
    }

    static final String LINES = """
            SELECT position, account_id::text AS account, direction, amount, currency, payment_id, booking_date, value_date
            FROM readmodel.entry WHERE position > :from AND position <= :to
            UNION ALL
            SELECT position, account, direction, amount, currency, payment_id, booking_date, value_date
            FROM readmodel.internal_entry WHERE position > :from AND position <= :to
            ORDER BY position, account""";

    private static final int FETCH = 1_000;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Journal(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Which lines are asked for.
     *
     * @param after the position behind which they are
     * @param upTo the last position
     */
    record Range(Optional<Long> after, Optional<Long> upTo) {

        /** @throws RejectedException {@code invalid_parameter} for a negative position */
        Range {
            requireNotNegative(after);
            requireNotNegative(upTo);
        }

        private static void requireNotNegative(Optional<Long> position) {
            if (position.filter(place -> place < 0).isPresent()) {
                throw new RejectedException(Reason.INVALID_PARAMETER, "A position is 0 or more");
            }
        }
    }

    /** @throws RejectedException {@code insufficient_permissions} */
    void requireReader(Caller caller) {
        caller.requireStaff();
    }

    /** In a transaction, because else the driver would read all lines at once. */
    void read(Range range, Sink sink) {
        transactions.executeWithoutResult(transaction -> jdbc.sql(LINES)
                .withFetchSize(FETCH)
                .param("from", range.after().orElse(0L))
                .param("to", range.upTo().orElse(Long.MAX_VALUE))
                .query(row -> {
                    try {
                        sink.take(JournalLine.read(row));
                    } catch (IOException e) {
                        throw new UncheckedIOException("Whoever asked for the journal has gone", e);
                    }
                }));
    }
}
