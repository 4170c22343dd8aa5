package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.Feed;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Carries a rebuild out, from wherever it stands. Its tables never get ahead of those that are read, so that both can be
 * brought to the same position by holding up the projection for the moment that the last few events take.
 */
final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final RebuildTable rebuilds;
    private final ShadowTables tables;
    private final CatchingUp catchingUp;
    private final Swapping swapping;
    private final TransactionOperations transactions;
    private final DataSource database;

    Rebuilding(
            RebuildTable rebuilds,
            ShadowTables tables,
            CatchingUp catchingUp,
            Swapping swapping,
            TransactionOperations transactions,
            DataSource database) {
        this.rebuilds = rebuilds;
        this.tables = tables;
        this.catchingUp = catchingUp;
        this.swapping = swapping;
        this.transactions = transactions;
        this.database = database;
    }

    /**
     * @throws NotOursException as soon as it is called off or taken over
     * @throws StoppedException as soon as the thread is interrupted
     */
    <E> void run(Claimed rebuild, Feed<E> feed) {
        switch (rebuild.state()) {
            case RUNNING -> compareAndSwap(filled(rebuild, feed), feed);
            case COMPARING -> compareAndSwap(rebuild, feed);
            case ROLLING_BACK -> swapping.rollBack(catchingUp.nearly(rebuild, feed, ShadowTables.FORMER), feed);
            case SWAPPED, ROLLED_BACK, CANCELLED, FAILED -> throw new NotOursException(rebuild);
        }
    }

    private <E> Claimed filled(Claimed rebuild, Feed<E> feed) {
        boolean anew = rebuild.position() == 0 || !tables.fit(rebuild.projection(), ShadowTables.NEXT);
        Claimed close = catchingUp.nearly(anew ? begun(rebuild) : rebuild, feed, ShadowTables.NEXT);
        tables.complete(rebuild.projection());
        return rebuilds.change(close, RebuildState.COMPARING);
    }

    private Claimed begun(Claimed rebuild) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            tables.create(rebuild.projection());
            return rebuilds.move(rebuild, 0);
        }));
    }

    private <E> void compareAndSwap(Claimed rebuild, Feed<E> feed) {
        Claimed compared = compared(catchingUp.nearly(rebuild, feed, ShadowTables.NEXT), feed);
        swapping.swap(catchingUp.nearly(compared, feed, ShadowTables.NEXT), feed);
        LOG.info(
                "Projection {} was made anew and is read from now on",
                rebuild.projection().code());
    }

    /** The projection waits only until the snapshot is taken, in which both have come equally far. */
    private <E> Claimed compared(Claimed rebuild, Feed<E> feed) {
        try (Connection connection = database.getConnection()) {
            Claimed equal = catchingUp.holding(rebuild.projection(), position -> {
                Claimed reached = catchingUp.upTo(position, rebuild, feed, ShadowTables.NEXT);
                snapshot(connection);
                return reached;
            });
            long differences =
                    Comparison.run(JdbcClient.create(new SingleConnectionDataSource(connection, true)), equal);
            connection.commit();
            rebuilds.found(equal, differences);
            if (differences > 0) {
                LOG.warn(
                        "Projection {} has {} rows that differ from the log",
                        rebuild.projection().code(),
                        differences);
            }
            return equal;
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be compared", e);
        }
    }

    private static void snapshot(Connection connection) {
        try {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            connection.createStatement().execute("SELECT FROM readmodel.projection");
        } catch (SQLException e) {
            throw new IllegalStateException("The tables could not be compared", e);
        }
    }
}
