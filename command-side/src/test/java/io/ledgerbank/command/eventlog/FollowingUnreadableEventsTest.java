package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.command.eventtype.UnreadableEventException;
import io.ledgerbank.command.lane.FollowingJars;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A newer version of the service writes what this one does not know, while this one follows the log. */
@Timeout(60)
class FollowingUnreadableEventsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestPostgres.freshDatabase("eventlog");
    private final TestLog log = new TestLog(database);
    private final LogEventStore store = new LogEventStore(EmbeddedEventStore.builder(), log.engine(), () -> {});

    @AfterEach
    void close() {
        store.shutDown();
    }

    @Test
    void whoever_waits_at_the_tail_is_told_once_it_has_all_that_can_be_read() throws Exception {
        try (TrackingEventStream stream = caughtUp()) {
            log.append("A", 0, "readable");
            writeUnknown();

            assertThat(isNext(stream)).isTrue();
            assertThat(stream.nextAvailable().getPayload()).isEqualTo("readable");
            assertThatThrownBy(() -> isNext(stream))
                    .isInstanceOf(EventLogException.class)
                    .hasRootCauseInstanceOf(UnreadableEventException.class);
        }
    }

    @Test
    void whoever_begins_again_before_such_an_event_is_told_again() throws Exception {
        log.append("A", 0, "readable");
        writeUnknown();

        for (int i = 0; i < 3; i++) {
            try (TrackingEventStream stream = store.openStream(store.createTailToken())) {
                assertThat(stream.nextAvailable().getPayload()).isEqualTo("readable");
                assertThatThrownBy(() -> isNext(stream)).isInstanceOf(UnreadableEventException.class);
            }
        }
    }

    @Test
    void a_failure_that_is_over_is_no_reason_to_fail_again() throws Exception {
        try (TrackingEventStream stream = caughtUp()) {
            writeUnknown();
            assertThatThrownBy(() -> isNext(stream)).isInstanceOf(EventLogException.class);
        }
        log.loseBehind(0);

        try (TrackingEventStream again = caughtUp()) {
            log.append("A", 0, "readable");
            assertThat(isNext(again)).isTrue();
        }
    }

    @Test
    void a_processor_that_has_caught_up_fails_loudly() throws Exception {
        log.append("A", 0, "readable");
        try (FollowingJars processor = new FollowingJars(store)) {
            await().atMost(PATIENCE).until(processor::hasCaughtUp);

            writeUnknown();

            await().atMost(PATIENCE).until(processor::isFailing);
        }
    }

    private TrackingEventStream caughtUp() throws InterruptedException {
        TrackingEventStream stream = store.openStream(store.createHeadToken());
        assertThat(stream.hasNextAvailable(0, TimeUnit.SECONDS)).isFalse();
        return stream;
    }

    private void writeUnknown() {
        new RawLog(database.dataSource()).append("Test", "B", "AccountAbducted", Optional.of("1"), "{}");
    }

    private static boolean isNext(TrackingEventStream stream) throws InterruptedException {
        return stream.hasNextAvailable((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }
}
