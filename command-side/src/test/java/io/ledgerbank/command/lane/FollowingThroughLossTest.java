package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.command.eventlog.EventsLost;
import io.ledgerbank.command.eventlog.TestLog;
import io.ledgerbank.command.lane.LaneNode.Put;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The log loses events that a running node has read, and grows again to other ones at their positions. */
@Timeout(60)
class FollowingThroughLossTest extends TwoJars {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestLog log = new TestLog(database);

    @Test
    void whoever_begins_again_is_given_what_the_log_has_now() throws Exception {
        try (TrackingEventStream other = caughtUpBehind(2)) {
            node.commands.sendAndWait(new Put("A", 5_000));
            assertThat(next(other)).isEqualTo(5_000);

            log.loseBehind(2);
            putTwice(70, 800);

            try (TrackingEventStream again = behind(2)) {
                assertThat(next(again)).isEqualTo(70);
                assertThat(next(again)).isEqualTo(800);
            }
        }
    }

    @Test
    void a_stream_that_waits_at_the_tail_fails_rather_than_skip_what_came_instead() throws Exception {
        try (TrackingEventStream stream = caughtUpBehind(2)) {
            node.commands.sendAndWait(new Put("A", 5_000));
            assertThat(next(stream)).isEqualTo(5_000);

            log.loseBehind(2);
            putTwice(70, 800);

            assertThatThrownBy(() -> next(stream)).isInstanceOf(EventsLost.class);
        }
    }

    @Test
    void a_stream_that_has_not_handed_over_yet_what_was_lost_never_does() throws Exception {
        try (TrackingEventStream first = caughtUpBehind(2);
                TrackingEventStream second = caughtUpBehind(2)) {
            node.commands.sendAndWait(new Put("A", 5_000));
            assertThat(next(first)).isEqualTo(5_000);

            log.loseBehind(2);
            putTwice(70, 800);
            behind(2).close();

            assertThatThrownBy(() -> next(second)).isInstanceOf(EventsLost.class);
        }
    }

    @Test
    void a_stream_that_lags_notices_from_page_to_page() throws Exception {
        for (int round = 0; round < 6; round++) {
            node.together(LongStream.rangeClosed(1, 200)
                    .mapToObj(coins -> new Put("A", coins))
                    .toArray());
        }
        try (TrackingEventStream stream = behind(2)) {
            assertThat(next(stream)).isEqualTo(1);

            log.loseBehind(900);

            assertThatThrownBy(() -> {
                        while (true) {
                            next(stream);
                        }
                    })
                    .isInstanceOf(EventsLost.class);
        }
    }

    @Test
    void nobody_begins_behind_an_event_that_the_log_does_not_have() {
        try (TrackingEventStream stream = behind(3)) {
            assertThatThrownBy(() -> stream.hasNextAvailable(0, TimeUnit.SECONDS))
                    .isInstanceOf(EventsLost.class);
        }
    }

    private void putTwice(long first, long second) {
        node.commands.sendAndWait(new Put("A", first));
        node.commands.sendAndWait(new Put("A", second));
    }

    private TrackingEventStream behind(long position) {
        return node.store.openStream(new GlobalSequenceTrackingToken(position));
    }

    private TrackingEventStream caughtUpBehind(long position) throws InterruptedException {
        TrackingEventStream stream = behind(position);
        assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
        return stream;
    }

    private static long next(TrackingEventStream stream) throws InterruptedException {
        assertThat(stream.hasNextAvailable((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .as("an event within %s", PATIENCE)
                .isTrue();
        return ((Jar.Coins) stream.nextAvailable().getPayload()).added();
    }
}
