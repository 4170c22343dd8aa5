package io.ledgerbank.saga.work;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Picks critical items first, but every fourth time whatever has been due for longest: however many critical items keep
 * coming, normal ones go on.
 */
final class FairPicking extends PostgreSqlJdbcCustomization {

    private static final int TURN_OF_THE_OLDEST = 4;

    private final AtomicInteger picks = new AtomicInteger();

    FairPicking() {
        super(false, false);
    }

    /** @param picks how many there have been; negative once they were more than an int holds */
    static boolean isTurnOfTheOldest(int picks) {
        return Math.floorMod(picks, TURN_OF_THE_OLDEST) == TURN_OF_THE_OLDEST - 1;
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext queue, Instant now, int limit, boolean orderByPriority) {
        boolean oldestFirst = isTurnOfTheOldest(picks.get());
        List<Execution> picked = super.lockAndFetchSingleStatement(queue, now, limit, orderByPriority && !oldestFirst);
        if (!picked.isEmpty()) {
            picks.incrementAndGet();
        }
        return picked;
    }
}
