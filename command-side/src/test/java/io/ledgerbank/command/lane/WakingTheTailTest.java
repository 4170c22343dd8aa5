package io.ledgerbank.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.command.lane.LaneNode.Break;
import io.ledgerbank.command.lane.LaneNode.Create;
import io.ledgerbank.command.lane.LaneNode.Put;
import io.ledgerbank.command.push.PushingNode;
import io.ledgerbank.testing.TestPostgres;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The node would poll once an hour, so what its tail shows in time it was woken for. */
class WakingTheTailTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PushingNode node = new PushingNode(TestPostgres.freshDatabase("eventlog"));

    @AfterEach
    void stop() {
        node.close();
    }

    @Test
    void a_batch_of_many_commands_wakes_the_tail_of_its_node() throws Exception {
        node.lane.commands.sendAndWait(new Create("A", 1_000));
        try (TrackingEventStream tail = tailBehind(1)) {
            assertThat(tail.hasNextAvailable()).isFalse();

            node.lane.failuresOf(new Put("A", 1), new Break("A"), new Put("A", 20), new Put("A", 300));

            assertThat(next(tail)).isEqualTo(1);
            assertThat(next(tail)).isEqualTo(20);
            assertThat(next(tail)).isEqualTo(300);
            assertThat(node.lane.commits()).isEqualTo(2);
        }
    }

    @Test
    void no_wake_up_is_lost_between_looking_and_waiting() throws Exception {
        node.lane.commands.sendAndWait(new Create("A", 1_000));
        try (TrackingEventStream tail = tailBehind(1)) {
            for (long i = 1; i <= 300; i++) {
                node.lane.commands.send(new Put("A", i));
                assertThat(next(tail)).isEqualTo(i);
            }
        }
    }

    @Test
    void what_was_committed_while_a_second_follower_joined_is_not_left_for_the_next_poll() throws Exception {
        node.lane.commands.sendAndWait(new Create("A", 1_000));
        for (long i = 1; i <= 50; i++) {
            try (TrackingEventStream tail = tailBehind(i)) {
                node.lane.commands.send(new Put("A", i));
                assertThat(next(tail)).isEqualTo(i);
            }
        }
    }

    @Test
    void a_processor_sees_every_event_once_and_in_order() {
        node.lane.commands.sendAndWait(new Create("A", 1_000));
        try (FollowingJars followed = new FollowingJars(node.lane.store)) {
            List<Long> amounts = LongStream.rangeClosed(1, 250).boxed().toList();
            amounts.forEach(amount -> node.lane.commands.send(new Put("A", amount)));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(followed.added()).hasSize(251));
            assertThat(followed.added().subList(1, 251)).isEqualTo(amounts);
        }
    }

    private TrackingEventStream tailBehind(long position) {
        return node.lane.store.openStream(new GlobalSequenceTrackingToken(position));
    }

    private static long next(TrackingEventStream tail) throws InterruptedException {
        assertThat(tail.hasNextAvailable((int) PATIENCE.toMillis(), TimeUnit.MILLISECONDS))
                .as("an event within %s", PATIENCE)
                .isTrue();
        return ((Jar.Coins) tail.nextAvailable().getPayload()).added();
    }
}
