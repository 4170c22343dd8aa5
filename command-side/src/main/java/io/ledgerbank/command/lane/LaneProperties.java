package io.ledgerbank.command.lane;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the lane.
 *
 * @param mostWaiting commands; one more is refused at once
 * @param mostCachedAggregates that are used again and again, such as accounts, kept in memory
 * @param mostPassingAggregates that have a short life, such as payments, kept in memory
 * @param longestWait of a command for its turn; then it is refused undecided
 * @param patience with what other nodes have locked
 */
@ConfigurationProperties("ledgerbank.lane")
record LaneProperties(
        @DefaultValue("1024") int mostWaiting,
        @DefaultValue("100000") long mostCachedAggregates,
        @DefaultValue("4096") long mostPassingAggregates,
        @DefaultValue("5s") Duration longestWait,
        @DefaultValue("2s") Duration patience) {

    /** PostgreSQL takes a patience of 0 for endless. */
    LaneProperties {
        boolean counts = mostWaiting > 0 && mostCachedAggregates >= 0 && mostPassingAggregates >= 0;
        if (!counts || longestWait.toMillis() < 1 || patience.toMillis() < 1) {
            throw new IllegalArgumentException("ledgerbank.lane: most-waiting is 1 or more, aggregates are 0 or more,"
                    + " longest-wait and patience 1ms or more");
        }
    }
}
