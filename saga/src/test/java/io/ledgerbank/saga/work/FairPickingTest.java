package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.Priority;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FairPickingTest extends QueueTest {

    private static final int NORMAL = 5;
    private static final int CRITICAL = 50;

    @Test
    void normal_items_go_on_however_many_critical_ones_there_are() {
        enqueueBoth();
        queue.start();

        await(() -> waiting().isEmpty());
        assertThat(done.subList(0, 4 * NORMAL).stream().filter(id -> id.startsWith("normal")))
                .containsExactly("normal0/1", "normal1/1", "normal2/1", "normal3/1", "normal4/1");
    }

    @Test
    void yet_most_picks_are_for_critical_ones() {
        enqueueBoth();
        queue.start();

        await(() -> waiting().isEmpty());
        assertThat(done.subList(0, 3)).allMatch(id -> id.startsWith("critical"));
        assertThat(done.subList(0, 4 * NORMAL).stream().filter(id -> id.startsWith("critical")))
                .hasSize(3 * NORMAL);
    }

    @Test
    void the_oldest_have_their_turn_however_many_picks_there_were() {
        assertThat(IntStream.range(0, 8).map(pick -> Integer.MAX_VALUE - 3 + pick))
                .filteredOn(FairPicking::isTurnOfTheOldest)
                .hasSize(2);
    }

    private void enqueueBoth() {
        IntStream.range(0, NORMAL)
                .forEach(i -> queue.enqueue(item("normal" + i), now.minusSeconds(100 - i), Priority.NORMAL));
        IntStream.range(0, CRITICAL)
                .forEach(i -> queue.enqueue(item("critical" + i), now.minusSeconds(50), Priority.CRITICAL));
    }
}
