package io.ledgerbank.query.stream;

import java.time.Duration;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits, for a moment, until the rows say what the log does. Thread-safe. */
final class WrittenRows {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofMillis(600);

    /** A payment to another bank has a saga from the day on which it is made. */
    private static final String MISSING = """
            SELECT count(*) FROM unnest(CAST(? AS uuid[]), CAST(? AS bigint[])) AS told (id, position)
            LEFT JOIN readmodel.payment ON payment.id = told.id
            LEFT JOIN readmodel.saga ON saga.payment_id = told.id
            WHERE payment.id IS NULL OR payment.last_position < told.position
                OR payment.creditor_bank_code IS NOT NULL AND payment.step <> 'AWAIT_DAY'
                    AND (saga.payment_id IS NULL OR saga.last_position < told.position)""";

    private final JdbcClient jdbc;

    WrittenRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Comes back when they are written, or late all the same: what is told then will be told again. */
    void await(Changes changes) throws InterruptedException {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (missing(changes) > 0 && System.nanoTime() < until) {
            Thread.sleep(LOOK_AGAIN);
        }
    }

    private long missing(Changes changes) {
        UUID[] ids = changes.payments().stream().map(payment -> payment.value()).toArray(UUID[]::new);
        return jdbc.sql(MISSING)
                .param(ids)
                .param(changes.positions().toArray(Long[]::new))
                .query(Long.class)
                .single();
    }
}
