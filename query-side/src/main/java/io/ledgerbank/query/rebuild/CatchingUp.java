package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.Feed;
import io.ledgerbank.query.projection.ProjectionName;
import java.util.Objects;
import java.util.function.LongFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the tables of a rebuild to where those are that are read, which go on meanwhile. */
final class CatchingUp {

    /** So few events are written while the projection waits; it takes some milliseconds. */
    private static final long CLOSE = 500;

    private static final String POSITION = "SELECT position FROM readmodel.projection WHERE name = :projection";

    private final Feeding feeding;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    /** @param feeding in transactions of its own */
    CatchingUp(Feeding feeding, JdbcClient jdbc, TransactionOperations transactions) {
        this.feeding = feeding;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Until only a few events are left. */
    <E> Claimed nearly(Claimed rebuild, Feed<E> feed, String prefix) {
        Claimed reached = rebuild;
        long target = position(POSITION, rebuild.projection());
        while (target - reached.position() > CLOSE) {
            reached = feeding.upTo(target, reached, feed, prefix);
            target = position(POSITION, rebuild.projection());
        }
        return reached;
    }

    <E> Claimed upTo(long position, Claimed rebuild, Feed<E> feed, String prefix) {
        return feeding.upTo(position, rebuild, feed, prefix);
    }

    /** Does the work in a transaction during which the projection stays at the position that the work is given. */
    <T> T holding(ProjectionName projection, LongFunction<T> work) {
        return Objects.requireNonNull(
                transactions.execute(transaction -> work.apply(position(POSITION + " FOR UPDATE", projection))));
    }

    private long position(String sql, ProjectionName projection) {
        return jdbc.sql(sql)
                .param("projection", projection.code())
                .query(Long.class)
                .single();
    }
}
