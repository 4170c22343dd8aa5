package io.ledgerbank.saga.work;

import io.ledgerbank.saga.work.DeadLetter.Kind;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

/** Tells how many dead letters wait for a person, those of all nodes: alarm on anything above 0. */
final class DeadLetterMeters implements MeterBinder {

    private final DeadLetters letters;

    DeadLetterMeters(DeadLetters letters) {
        this.letters = letters;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        for (Kind kind : Kind.values()) {
            Gauge.builder("ledgerbank.dead.letters", () -> letters.parked(kind))
                    .description("what failed for good and waits for a person")
                    .tag("kind", kind.name())
                    .register(meters);
        }
    }
}
