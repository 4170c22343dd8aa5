package io.ledgerbank.benchmarks.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Does something now and then and looks until a query sees it.
 *
 * @param connection its own, in no transaction
 * @param query for one row by an id, once the thing is to be seen
 */
public record Sampling(Connection connection, String query) {

    private static final Duration LOOK_AGAIN = Duration.ofNanos(200_000);
    private static final Duration PAUSE = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    /** @param act answers with the id once it is committed; from then on the time counts */
    public Rate sample(Duration time, Supplier<UUID> act) throws SQLException, TimeoutException {
        long begin = System.nanoTime();
        LongStream.Builder waits = LongStream.builder();
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            do {
                statement.setObject(1, act.get());
                waits.add(waitedFor(statement));
                LockSupport.parkNanos(PAUSE.toNanos());
            } while (System.nanoTime() - begin < time.toNanos());
        }
        return Rate.of(waits.build(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private static long waitedFor(PreparedStatement statement) throws SQLException, TimeoutException {
        long committed = System.nanoTime();
        while (!sees(statement)) {
            if (System.nanoTime() - committed > PATIENCE.toNanos()) {
                throw new TimeoutException("Not to be seen after " + PATIENCE);
            }
            LockSupport.parkNanos(LOOK_AGAIN.toNanos());
        }
        return System.nanoTime() - committed;
    }

    private static boolean sees(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next();
        }
    }
}
