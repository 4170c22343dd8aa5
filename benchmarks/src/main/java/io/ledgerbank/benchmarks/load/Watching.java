package io.ledgerbank.benchmarks.load;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Looks on behalf of many callers, with one query at a time, whether what each waits for is to be seen. Thread-safe. */
public final class Watching implements AutoCloseable {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(2);
    private static final long PATIENCE_SECONDS = 120;

    private final Map<UUID, CompletableFuture<Void>> awaited = new ConcurrentHashMap<>();
    private final Connection connection;
    private final Thread watcher;
    private volatile boolean closed;

    /**
     * @param connection its own, in no transaction
     * @param query for the ids of those of an array of ids that are to be seen
     */
    public Watching(Connection connection, String query) {
        this.connection = connection;
        this.watcher = Thread.ofPlatform().daemon().name("watching").start(() -> watch(query));
    }

    /** Returns once it is to be seen. */
    public void await(UUID id) throws Exception {
        CompletableFuture<Void> seen = new CompletableFuture<>();
        awaited.put(id, seen);
        try {
            seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } finally {
            awaited.remove(id);
        }
    }

    private void watch(String query) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            while (!closed) {
                List<UUID> ids = List.copyOf(awaited.keySet());
                if (!ids.isEmpty()) {
                    look(statement, ids);
                }
                LockSupport.parkNanos(LOOK_AGAIN.toNanos());
            }
        } catch (SQLException gone) {
            awaited.values().forEach(waiting -> waiting.completeExceptionally(gone));
        }
    }

    private void look(PreparedStatement statement, List<UUID> ids) throws SQLException {
        Array array = connection.createArrayOf("uuid", ids.toArray());
        statement.setArray(1, array);
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                CompletableFuture<Void> waiting = awaited.get(rows.getObject(1, UUID.class));
                if (waiting != null) {
                    waiting.complete(null);
                }
            }
        }
        array.free();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        try {
            watcher.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        connection.close();
    }
}
