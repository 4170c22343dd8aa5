package io.ledgerbank.app.postgres;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded server again when it has died, at once and then ever more patiently, until {@link #close}. Without
 * it a service that is well itself would answer nothing but 503. Thread-safe.
 */
final class Supervision implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Supervision.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final EmbeddedPostgres server;
    private final LongAdder restarts = new LongAdder();
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean dead;

    private Supervision(EmbeddedPostgres server) {
        this.server = server;
        this.thread = Thread.ofPlatform().name("supervising-postgres").daemon().start(this::run);
    }

    static Supervision of(EmbeddedPostgres server) {
        return new Supervision(server);
    }

    /** Whether the server has died and is not back yet. */
    boolean isDead() {
        return dead;
    }

    long restarts() {
        return restarts.sum();
    }

    /** Finishes a start that is under way; afterwards nobody starts the server any more. */
    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = BETWEEN_LOOKS;
        while (!closed) {
            if (server.isAlive() || restarted()) {
                pause = BETWEEN_LOOKS;
            } else {
                pause = min(pause.multipliedBy(2), LONGEST_PAUSE);
            }
            rest(pause);
        }
    }

    private boolean restarted() {
        dead = true;
        log.warn("PostgreSQL has died; starting it again");
        try {
            server.startAgain();
        } catch (RuntimeException e) {
            log.error("PostgreSQL has not started again: {}", e.getMessage());
            return false;
        }
        restarts.increment();
        dead = false;
        log.warn("PostgreSQL runs again on 127.0.0.1:{}", server.port());
        return true;
    }

    /** In short pieces, because an interrupt would reach the programs that are being run, too. */
    private void rest(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        try {
            while (!closed && System.nanoTime() < end) {
                Thread.sleep(min(pause, BETWEEN_LOOKS));
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
