package io.ledgerbank.saga.planted;

import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.Worker;
import io.micrometer.core.instrument.MeterRegistry;

/** Planted: a worker that does what is done around every worker. */
public record WorkerThatTimesItself(MeterRegistry meters) implements Worker {

    @Override
    public void work(WorkItem item) {
        meters.timer("work").record(() -> {});
    }
}
