package io.ledgerbank.app;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the clock right before anything is decided by it, and from then on every few seconds. */
final class ClockAlignment implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClockAlignment.class);
    private static final Duration EVERY = Duration.ofSeconds(10);
    private static final Duration REMARKABLE = Duration.ofSeconds(1);

    /** Before the lane and the queues. */
    private static final int FIRST = Integer.MIN_VALUE;

    private final SharedClock clock;
    private final JdbcClient jdbc;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("clock").daemon().factory());
    private volatile boolean running;

    ClockAlignment(SharedClock clock, JdbcClient jdbc) {
        this.clock = clock;
        this.jdbc = jdbc;
    }

    @Override
    public void start() {
        align();
        watch.scheduleWithFixedDelay(this::align, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
        running = true;
    }

    /** While the database does not answer, what it said last counts. */
    private void align() {
        Duration before = clock.correction();
        try {
            clock.align(this::timeOfDatabase);
        } catch (RuntimeException unreachable) {
            LOG.debug("The database does not tell the time", unreachable);
            return;
        }
        boolean changed = clock.correction().minus(before).abs().compareTo(REMARKABLE) > 0;
        if (changed) {
            LOG.warn(
                    "This node's clock differs from the database's by {} ms; the database's counts",
                    clock.correction().toMillis());
        }
    }

    private Instant timeOfDatabase() {
        return jdbc.sql("SELECT clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    @Override
    public void stop() {
        watch.shutdownNow();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return FIRST;
    }
}
