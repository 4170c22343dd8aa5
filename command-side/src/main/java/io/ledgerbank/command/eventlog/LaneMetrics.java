package io.ledgerbank.command.eventlog;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;

/** Shows how busy the lane is, how large its batches are, and how often an aggregate had to be loaded. */
final class LaneMetrics implements MeterBinder {

    private final Lane lane;
    private final AggregateCache aggregates;

    LaneMetrics(Lane lane, AggregateCache aggregates) {
        this.lane = lane;
        this.aggregates = aggregates;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledgerbank.lane.waiting", lane, Lane::waiting)
                .description("Commands that wait for their decision")
                .register(registry);
        FunctionCounter.builder("ledgerbank.lane.commands", lane, Lane::commands)
                .description("Commands decided")
                .register(registry);
        FunctionCounter.builder("ledgerbank.lane.batches", lane, Lane::batches)
                .description("Batches in which they were decided")
                .register(registry);
        CaffeineCacheMetrics.monitor(registry, aggregates.aggregates(), "aggregates", List.of());
    }
}
