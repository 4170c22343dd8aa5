package io.ledgerbank.saga.work;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;

/** Where it is told how work goes. */
public record WorkTelemetry(MeterRegistry meters, ObservationRegistry observations) {}
