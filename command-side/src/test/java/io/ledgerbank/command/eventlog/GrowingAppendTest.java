package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.junit.jupiter.api.Test;

class GrowingAppendTest {

    private final Deque<Runnable> aside = new ArrayDeque<>();
    private final List<Integer> pieces = new ArrayList<>();
    private final LogTurn turn = new LogTurn(Head.START);
    private final GrowingAppend append = new GrowingAppend(turn, this::write, aside::add);

    @Test
    void a_small_batch_is_written_at_once() {
        append.add(events(10));
        append.add(events(10));
        append.finish();

        assertThat(aside).isEmpty();
        assertThat(pieces).containsExactly(20);
        assertThat(turn.head().position()).isEqualTo(20);
    }

    @Test
    void a_large_one_is_written_a_piece_at_a_time_and_the_rest_at_its_end() {
        append.add(events(100));
        append.add(events(100));
        assertThat(aside).as("the second piece waits for the first").hasSize(1);
        aside.remove().run();
        append.add(events(1));
        aside.remove().run();
        append.add(events(7));
        append.finish();

        assertThat(pieces).containsExactly(100, 101, 7);
        assertThat(turn.head().position()).isEqualTo(208);
    }

    @Test
    void who_finishes_it_learns_why_a_piece_could_not_be_written() {
        pieces.add(0);
        append.add(events(100));
        aside.remove().run();
        append.add(events(100));

        assertThat(aside).as("no piece follows one that failed").isEmpty();
        assertThatThrownBy(append::finish).isInstanceOf(LostRace.class);
        assertThat(append.abandon()).containsInstanceOf(LostRace.class);
    }

    @Test
    void other_events_than_those_that_were_written_are_not_accepted() {
        List<EventMessage<?>> decided = events(3);
        append.add(decided);

        assertThatThrownBy(() -> append.finishWith(events(3))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> append.finishWith(decided.subList(0, 2))).isInstanceOf(IllegalStateException.class);
        assertThat(pieces).isEmpty();
    }

    @Test
    void what_came_last_is_written_too() {
        List<EventMessage<?>> decided = events(5);
        append.add(decided.subList(0, 3));
        append.finish();
        append.finishWith(decided);

        assertThat(pieces).containsExactly(3, 2);
        assertThat(turn.head().position()).isEqualTo(5);
    }

    private Head write(Head behind, List<EventMessage<?>> events) {
        if (pieces.equals(List.of(0))) {
            throw new LostRace("Somebody was faster");
        }
        pieces.add(events.size());
        return new Head(behind.position() + events.size(), behind.hash());
    }

    private static List<EventMessage<?>> events(int count) {
        return LongStream.range(0, count)
                .<EventMessage<?>>mapToObj(sequence -> TestLog.event("stream", sequence, "event"))
                .toList();
    }
}
