package io.ledgerbank.command.eventlog;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the lane.
 *
 * @param mostWaiting commands; one more is refused at once
 * @param mostCachedAggregates kept in memory, of all kinds together
 * @param longestWait of a command for its turn; then it is refused undecided
 * @param patience with what other nodes have locked
 */
@ConfigurationProperties("ledgerbank.lane")
record LaneProperties(
        @DefaultValue("1024") int mostWaiting,
        @DefaultValue("100000") long mostCachedAggregates,
        @DefaultValue("5s") Duration longestWait,
        @DefaultValue("2s") Duration patience) {

    /** PostgreSQL takes a patience of 0 for endless. */
    LaneProperties {
        if (mostWaiting < 1 || mostCachedAggregates < 0 || longestWait.toMillis() < 1 || patience.toMillis() < 1) {
            throw new IllegalArgumentException("ledgerbank.lane: most-waiting is 1 or more, most-cached-aggregates 0 or"
                    + " more, longest-wait and patience 1ms or more");
        }
    }
}
