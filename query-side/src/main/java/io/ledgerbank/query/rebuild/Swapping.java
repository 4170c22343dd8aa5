package io.ledgerbank.query.rebuild;

import io.ledgerbank.query.projection.Feed;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Lets the tables of a rebuild and those that are read change places, in one short transaction that also writes the last few
 * events. Readers wait for it for a fraction of a second at most; if there are too many of them, it comes back a little later.
 */
final class Swapping {

    private static final Logger LOG = LoggerFactory.getLogger(Swapping.class);

    private static final int MOST_TRIES = 600;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private static final String SHORTLY = """
            SELECT set_config('lock_timeout', '200ms', true), set_config('synchronous_commit', 'on', true)""";

    /** Whoever feeds the projection may remember rows of before, so it has to begin anew. */
    private static final String READ_ANEW = """
            UPDATE readmodel.projection SET version = :version, fed_by = gen_random_uuid(), fed_until = '-infinity'
            WHERE name = :projection""";

    private final RebuildTable rebuilds;
    private final ShadowTables tables;
    private final CatchingUp catchingUp;
    private final Feeding joining;
    private final JdbcClient jdbc;

    /** @param joining writes into the running transaction */
    Swapping(RebuildTable rebuilds, ShadowTables tables, CatchingUp catchingUp, Feeding joining, JdbcClient jdbc) {
        this.rebuilds = rebuilds;
        this.tables = tables;
        this.catchingUp = catchingUp;
        this.joining = joining;
        this.jdbc = jdbc;
    }

    <E> void swap(Claimed rebuild, Feed<E> feed) {
        patiently(() -> catchingUp.holding(rebuild.projection(), position -> {
            Claimed equal = joining.upTo(position, rebuild, feed, ShadowTables.NEXT);
            shortly();
            tables.swap(rebuild.projection());
            forgetParked(rebuild);
            readAnew(rebuild);
            return rebuilds.change(equal, RebuildState.SWAPPED);
        }));
    }

    <E> void rollBack(Claimed rebuild, Feed<E> feed) {
        patiently(() -> catchingUp.holding(rebuild.projection(), position -> {
            Claimed equal = joining.upTo(position, rebuild, feed, ShadowTables.FORMER);
            shortly();
            tables.swapBack(rebuild.projection());
            readAnew(rebuild);
            return rebuilds.change(equal, RebuildState.ROLLED_BACK);
        }));
    }

    /** What was parked is in the new rows. Those from before lack it for good, and are not to be read again. */
    private void forgetParked(Claimed rebuild) {
        int parked = jdbc.sql("DELETE FROM readmodel.parked_event WHERE projection = :projection")
                .param("projection", rebuild.projection().code())
                .update();
        if (parked > 0) {
            tables.drop(rebuild.projection(), ShadowTables.FORMER);
        }
    }

    private void readAnew(Claimed rebuild) {
        jdbc.sql(READ_ANEW)
                .param("version", rebuild.version())
                .param("projection", rebuild.projection().code())
                .update();
    }

    private void shortly() {
        jdbc.sql(SHORTLY).query().listOfRows();
    }

    private static void patiently(Runnable swap) {
        for (int tries = 1; ; tries++) {
            try {
                swap.run();
                return;
            } catch (ConcurrencyFailureException busy) {
                LOG.debug("Readers were in the way", busy);
                if (tries == MOST_TRIES) {
                    throw busy;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException stopped) {
            throw new StoppedException(stopped);
        }
    }
}
