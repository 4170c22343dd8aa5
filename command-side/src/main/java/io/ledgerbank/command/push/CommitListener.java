package io.ledgerbank.command.push;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears of other nodes' commits and has the log read once more. A connection that breaks is opened again, ever more
 * patiently, and what was announced meanwhile is read then. Thread-safe.
 */
final class CommitListener implements AutoCloseable {

    static final String APPLICATION = "ledgerbank-listener";

    private static final Logger LOG = LoggerFactory.getLogger(CommitListener.class);

    /** A peer that vanished without a word is found out after this and the next. */
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private static final int ANSWER_SECONDS = 5;

    private final NodeId node;
    private final PushConnections connections;
    private final Runnable wake;
    private final LongAdder heard = new LongAdder();
    private final LongAdder connected = new LongAdder();
    private final Thread thread;
    private volatile Optional<Connection> current = Optional.empty();
    private volatile boolean listening;
    private volatile boolean closed;

    CommitListener(NodeId node, PushConnections connections, Runnable wake) {
        this.node = node;
        this.connections = connections;
        this.wake = wake;
        this.thread = Thread.ofPlatform().name("listening-for-commits").daemon().start(this::run);
    }

    boolean isListening() {
        return listening;
    }

    /** Announcements of other nodes. */
    long heard() {
        return heard.sum();
    }

    /** How often a connection was opened. */
    long connections() {
        return connected.sum();
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        current.ifPresent(CommitListener::cut);
    }

    private void run() {
        Backoff backoff = new Backoff();
        while (!closed) {
            try {
                listen(backoff);
                backoff.pause();
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void listen(Backoff backoff) {
        try (Connection connection = connections.open(APPLICATION);
                Statement statement = connection.createStatement()) {
            current = Optional.of(connection);
            statement.execute("LISTEN " + CommitAnnouncer.CHANNEL);
            connected.increment();
            listening = true;
            backoff.reset();
            wake.run();
            while (!closed) {
                hear(connection);
            }
        } catch (SQLException | RuntimeException e) {
            if (!closed && backoff.isFirst()) {
                LOG.warn("Cannot hear of other nodes' commits, which are found by polling: {}", e.getMessage());
            }
        } finally {
            listening = false;
            current = Optional.empty();
        }
    }

    /** Whoever waits at a socket does not notice an interrupt. */
    private static void cut(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException e) {
            LOG.debug("Could not cut a connection that is not needed any more", e);
        }
    }

    private void hear(Connection connection) throws SQLException {
        PGConnection postgres = connection.unwrap(PGConnection.class);
        PGNotification[] notifications = postgres.getNotifications((int) SILENCE.toMillis());
        if (notifications.length > 0) {
            tell(notifications);
            return;
        }
        if (!connection.isValid(ANSWER_SECONDS)) {
            throw new SQLException("The connection does not answer");
        }
        tell(postgres.getNotifications()); // Those that came together with the answer.
    }

    private void tell(PGNotification[] notifications) {
        long ofOthers = Stream.of(notifications)
                .filter(notification -> !notification.getParameter().equals(node.value()))
                .count();
        if (ofOthers > 0) {
            heard.add(ofOthers);
            wake.run();
        }
    }
}
