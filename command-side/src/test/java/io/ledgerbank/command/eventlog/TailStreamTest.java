package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.GenericTrackedEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The worst moments, one by one, at which an event can come. */
@Timeout(60)
class TailStreamTest {

    private static final TrackedEventMessage<?> EVENT =
            new GenericTrackedEventMessage<>(new GlobalSequenceTrackingToken(1), TestLog.event("A", 0, "late"));

    private final TailReading reading = new TailReading();
    private final AtomicInteger wakes = new AtomicInteger();

    @Test
    void an_event_that_comes_right_after_the_last_look_is_not_slept_through() throws Exception {
        Tail axons = new Tail(2);
        TailStream tail = new TailStream(axons, reading, wakes::incrementAndGet);

        assertThat(tail.hasNextAvailable(1, TimeUnit.HOURS)).isTrue();
        assertThat(tail.nextAvailable()).isSameAs(EVENT);
    }

    @Test
    void a_stream_that_joined_the_tail_by_its_first_look_looks_again() throws Exception {
        TailStream tail = new TailStream(new Tail(1), reading, wakes::incrementAndGet);

        assertThat(tail.hasNextAvailable(0, TimeUnit.NANOSECONDS)).isTrue();
        assertThat(wakes).hasValue(0);
    }

    @Test
    void a_stream_that_has_caught_up_has_the_log_read_once_more() throws Exception {
        TailStream tail = new TailStream(new Tail(10), new TailReading(), wakes::incrementAndGet);

        assertThat(tail.hasNextAvailable(0, TimeUnit.NANOSECONDS)).isFalse();
        assertThat(tail.hasNextAvailable(0, TimeUnit.NANOSECONDS)).isFalse();

        assertThat(wakes).hasValue(1);
    }

    /** Has its event, and signals it, as soon as somebody has looked in vain for the last of the given times. */
    private final class Tail implements TrackingEventStream {

        private int looksInVain;

        Tail(int looksInVain) {
            this.looksInVain = looksInVain;
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            if (looksInVain == 0) {
                return true;
            }
            looksInVain--;
            if (looksInVain == 0) {
                reading.arrivals().signal();
            }
            return false;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.of(EVENT);
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return EVENT;
        }

        @Override
        public void close() {}
    }
}
