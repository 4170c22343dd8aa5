package io.ledgerbank.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one clock that everybody asks for the time. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Duration WHAT_POSTGRES_KEEPS = Duration.ofNanos(1_000);

    @Bean
    SharedClock sharedClock() {
        return new SharedClock(Clock.systemUTC());
    }

    /** Ticks in microseconds: a time that was stored and read again is the time that was answered. */
    @Bean
    @Primary
    Clock clock(SharedClock shared) {
        return Clock.tick(shared, WHAT_POSTGRES_KEEPS);
    }

    @Bean
    ClockAlignment clockAlignment(SharedClock shared, JdbcClient jdbc) {
        return new ClockAlignment(shared, jdbc);
    }

    @Bean
    MeterBinder clockCorrection(SharedClock shared) {
        return meters -> Gauge.builder("ledgerbank.clock.correction", shared, clock -> clock.correction()
                        .toMillis())
                .baseUnit("milliseconds")
                .description("by how much this node's clock is put right, so that it shows the database's time")
                .register(meters);
    }
}
