package io.ledgerbank.app;

import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock that everybody asks for the time. */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

    private static final Duration WHAT_POSTGRES_KEEPS = Duration.ofNanos(1_000);

    /** Ticks in microseconds: a time that was stored and read again is the time that was answered. */
    @Bean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), WHAT_POSTGRES_KEEPS);
    }
}
