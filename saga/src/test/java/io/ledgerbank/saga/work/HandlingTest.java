package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.payment.Priority;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class HandlingTest extends QueueTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final AtomicInteger tries = new AtomicInteger();

    @BeforeEach
    void observe() {
        observations
                .observationConfig()
                .observationHandler(new DefaultMeterObservationHandler(meters))
                .observationHandler(new Watching());
    }

    @Test
    void every_item_is_timed_by_queue_and_outcome() {
        try (WorkQueue moody = queueOf(1, this::postponeThenFailThenDo)) {
            moody.enqueue(item("a"), now, Priority.NORMAL);
            moody.start();
            await(() -> waiting().isEmpty());
        }

        assertThat(List.of(timed("postponed"), timed("failed"), timed("done"))).containsExactly(1L, 1L, 1L);
        assertThat(meters.get("ledgerbank.work.wait")
                        .tag("queue", "payments")
                        .timer()
                        .count())
                .isEqualTo(3);
    }

    @Test
    void the_work_is_done_within_an_observation_that_knows_the_item_and_the_conversation() {
        queue.enqueue(item("a"), now, Priority.NORMAL);
        queue.start();
        await(() -> waiting().isEmpty());

        assertThat(seen).containsExactly("payments work of a/1 in conversation, logged in conversation by system");
    }

    private long timed(String outcome) {
        return meters.get("ledgerbank.work")
                .tag("queue", "payments")
                .tag("outcome", outcome)
                .timer()
                .count();
    }

    private void postponeThenFailThenDo(WorkItem item) {
        switch (tries.incrementAndGet()) {
            case 1 -> throw new ComeBackLater(Duration.ZERO, "Not yet");
            case 2 -> throw new IllegalStateException("A bug");
            default -> done.add(item.id());
        }
    }

    /** Sees what a tracer would see. */
    private final class Watching implements ObservationHandler<Observation.Context> {

        @Override
        public boolean supportsContext(Observation.Context context) {
            return true;
        }

        @Override
        public void onScopeOpened(Observation.Context context) {
            seen.add("%s of %s in %s, logged in %s by %s"
                    .formatted(
                            context.getContextualName(),
                            value(context, "item"),
                            value(context, "correlation.id"),
                            MDC.get(MetadataKeys.CORRELATION_ID),
                            MDC.get(MetadataKeys.ACTOR)));
        }

        private String value(Observation.Context context, String key) {
            return Objects.requireNonNull(context.getHighCardinalityKeyValue(key))
                    .getValue();
        }
    }
}
