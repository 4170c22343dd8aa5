package io.ledgerbank.command.push;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells other nodes that this one has committed, in a thread and a transaction of its own: a NOTIFY within the append's
 * would make all commits queue for one lock. Commits that come close together share one announcement. Thread-safe.
 */
final class CommitAnnouncer implements AutoCloseable {

    static final String CHANNEL = "ledgerbank_log";
    static final String APPLICATION = "ledgerbank-announcer";

    private static final Logger LOG = LoggerFactory.getLogger(CommitAnnouncer.class);

    private final NodeId node;
    private final PushConnections connections;
    private final Duration shortestInterval;
    private final Semaphore wanted = new Semaphore(0);
    private final LongAdder announced = new LongAdder();
    private final Thread thread;

    CommitAnnouncer(NodeId node, PushConnections connections, Duration shortestInterval) {
        this.node = node;
        this.connections = connections;
        this.shortestInterval = shortestInterval;
        this.thread = Thread.ofPlatform().name("announcing-commits").daemon().start(this::run);
    }

    /** Returns at once. Whether anybody hears of it is another matter. */
    void announce() {
        if (wanted.availablePermits() == 0) {
            wanted.release();
        }
    }

    long announced() {
        return announced.sum();
    }

    @Override
    public void close() {
        thread.interrupt();
    }

    private void run() {
        Backoff backoff = new Backoff();
        try {
            while (true) {
                wanted.acquire();
                announceWhileConnected(backoff);
                wanted.release(); // What could not be announced still is to be.
                backoff.pause();
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    /** The first permit is the caller's. */
    private void announceWhileConnected(Backoff backoff) throws InterruptedException {
        try (Connection connection = connections.open(APPLICATION);
                PreparedStatement notify = prepare(connection)) {
            while (true) {
                wanted.drainPermits();
                notify.execute();
                announced.increment();
                backoff.reset();
                Thread.sleep(shortestInterval);
                wanted.acquire();
            }
        } catch (SQLException | RuntimeException e) {
            if (backoff.isFirst()) {
                LOG.warn("Cannot announce commits to other nodes, which find them by polling: {}", e.getMessage());
            }
        }
    }

    /** A lost announcement costs nobody anything but time, so no disk is waited for. */
    private PreparedStatement prepare(Connection connection) throws SQLException {
        try (Statement settings = connection.createStatement()) {
            settings.execute("SET synchronous_commit = off");
        }
        PreparedStatement notify = connection.prepareStatement("SELECT pg_notify(?, ?)");
        notify.setString(1, CHANNEL);
        notify.setString(2, node.value());
        return notify;
    }
}
