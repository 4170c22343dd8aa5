package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.eventlog.OneRunner;
import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forgets answers that were kept for long enough, by one node at a time and a small part of the table at a time, so that
 * nobody waits for it. Thread-safe.
 */
final class ForgettingAnswers {

    /** A megabyte of the table. */
    private static final int BLOCKS_AT_ONCE = 128;

    private static final String BLOCKS =
            "SELECT pg_relation_size('eventlog.claim') / current_setting('block_size')::bigint";
    private static final String FORGET = "SELECT eventlog.forget_answers(make_interval(secs => ?), ?, ?)";

    private final JdbcClient jdbc;
    private final OneRunner turns;
    private final Duration kept;
    private final LongAdder forgotten = new LongAdder();

    /** @param kept at least a day, or the database keeps them for a day all the same */
    ForgettingAnswers(JdbcClient jdbc, OneRunner turns, Duration kept) {
        this.jdbc = jdbc;
        this.turns = turns;
        this.kept = kept;
    }

    /** Goes through the whole table once, unless another node is at it. */
    void run(BooleanSupplier goOn) {
        turns.run(() -> {
            long blocks = jdbc.sql(BLOCKS).query(Long.class).single();
            for (long first = 0; first < blocks && goOn.getAsBoolean(); first += BLOCKS_AT_ONCE) {
                forgotten.add(forget(first));
            }
        });
    }

    /** By this node since it started. */
    long forgotten() {
        return forgotten.sum();
    }

    private long forget(long first) {
        return jdbc.sql(FORGET)
                .params(kept.toSeconds(), first, BLOCKS_AT_ONCE)
                .query(Long.class)
                .single();
    }
}
