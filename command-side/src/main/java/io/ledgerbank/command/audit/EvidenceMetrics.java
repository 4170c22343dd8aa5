package io.ledgerbank.command.audit;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Shows whether the log is sound, and how far that was proven. */
final class EvidenceMetrics implements MeterBinder {

    private final Evidence evidence;

    EvidenceMetrics(Evidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("ledgerbank.log.intact", evidence, known -> known.damage().isEmpty() ? 1 : 0)
                .description("0 when the event log, or a checkpoint of it, was found tampered with")
                .register(registry);
        Gauge.builder(
                        "ledgerbank.log.readable",
                        evidence,
                        known -> known.unreadableSince().isEmpty() ? 1 : 0)
                .description("0 while this node can neither sign nor verify the event log, because it cannot read it")
                .register(registry);
        Gauge.builder("ledgerbank.log.checkpoint.position", evidence, Evidence::checkpointPosition)
                .description("The position that the last checkpoint signs")
                .register(registry);
        TimeGauge.builder(
                        "ledgerbank.log.checkpoint.age", evidence, TimeUnit.MILLISECONDS, known -> known.checkpointAge()
                                .map(Duration::toMillis)
                                .orElse(0L))
                .description("Since the last checkpoint was signed")
                .register(registry);
        Gauge.builder("ledgerbank.log.verified.position", evidence, Evidence::positionsVerified)
                .description("How far the newest verification of the whole log has come")
                .register(registry);
    }
}
