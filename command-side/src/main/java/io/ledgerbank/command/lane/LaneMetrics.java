package io.ledgerbank.command.lane;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.cache.CaffeineCacheMetrics;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Shows how busy the lane is, how large its batches are, what goes wrong, and how often an aggregate had to be loaded. */
final class LaneMetrics implements MeterBinder {

    private final Lane lane;
    private final LaneCounts counts;
    private final AggregateCache aggregates;

    LaneMetrics(Lane lane, LaneCounts counts, AggregateCache aggregates) {
        this.lane = lane;
        this.counts = counts;
        this.aggregates = aggregates;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledgerbank.lane.waiting", lane, Lane::waiting)
                .description("Commands that wait for their decision")
                .register(registry);
        count(registry, "commands", "Commands decided", counts.commands);
        count(registry, "batches", "Batches in which they were decided", counts.batches);
        count(registry, "refused", "Commands for which there was no room or no time", counts.refusedWaiting);
        count(registry, "races.lost", "Batches decided again because another node was faster", counts.lostRaces);
        count(registry, "batches.spoiled", "Batches that failed as a whole", counts.spoiledBatches);
        count(registry, "batches.unreachable", "Batches that did not get to the database", counts.unreachable);
        CaffeineCacheMetrics.monitor(registry, aggregates.lastingRegion().aggregates(), "aggregates", List.of());
        CaffeineCacheMetrics.monitor(
                registry, aggregates.passingRegion().aggregates(), "aggregates-passing", List.of());
    }

    private static void count(MeterRegistry registry, String name, String description, LongAdder count) {
        FunctionCounter.builder("ledgerbank.lane." + name, count, LongAdder::doubleValue)
                .description(description)
                .register(registry);
    }
}
