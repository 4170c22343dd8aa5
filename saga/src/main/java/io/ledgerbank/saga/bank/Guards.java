package io.ledgerbank.saga.bank;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRateLimiterMetrics;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RateLimiterRegistry;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankCondition;
import io.ledgerbank.api.bank.BankHealth;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The guard of each bank, one for as long as the service runs, and its numbers among the metrics. Thread-safe. */
final class Guards implements BankHealth {

    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final CircuitBreakerRegistry breakers = CircuitBreakerRegistry.ofDefaults();
    private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();
    private final RateLimiterRegistry rates = RateLimiterRegistry.ofDefaults();
    private final Map<BankCode, Guard> guards = new ConcurrentHashMap<>();
    private final Function<BankCode, BankTerms> terms;
    private final MeterRegistry meters;
    private final Clock clock;

    Guards(Function<BankCode, BankTerms> terms, MeterRegistry meters, Clock clock) {
        this.terms = terms;
        this.meters = meters;
        this.clock = clock;
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedBulkheadMetrics.ofBulkheadRegistry(bulkheads).bindTo(meters);
        TaggedRateLimiterMetrics.ofRateLimiterRegistry(rates).bindTo(meters);
    }

    Guard of(BankCode bank) {
        return guards.computeIfAbsent(bank, this::make);
    }

    @Override
    public BankCondition conditionOf(BankCode bank) {
        return of(bank).condition();
    }

    private Guard make(BankCode bank) {
        BankTerms bankTerms = terms.apply(bank);
        return new Guard(
                bank,
                breakers.circuitBreaker(bank.value(), breaker(bankTerms.breaker())),
                bulkheads.bulkhead(bank.value(), bulkhead(bankTerms.concurrentCalls())),
                bankTerms.callsPerSecond().stream()
                        .mapToObj(calls -> rates.rateLimiter(bank.value(), rate(calls)))
                        .findFirst(),
                bankTerms.breaker().openFor(),
                meters,
                clock);
    }

    private static CircuitBreakerConfig breaker(BreakerTerms terms) {
        return CircuitBreakerConfig.custom()
                .slidingWindow(terms.calls(), terms.leastCalls(), CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .failureRateThreshold(terms.failurePercent())
                .waitDurationInOpenState(terms.openFor())
                .permittedNumberOfCallsInHalfOpenState(terms.trials())
                .build();
    }

    private static BulkheadConfig bulkhead(int calls) {
        return BulkheadConfig.custom()
                .maxConcurrentCalls(calls)
                .maxWaitDuration(Duration.ZERO)
                .build();
    }

    private static RateLimiterConfig rate(int callsPerSecond) {
        return RateLimiterConfig.custom()
                .limitForPeriod(callsPerSecond)
                .limitRefreshPeriod(A_SECOND)
                .timeoutDuration(Duration.ZERO)
                .build();
    }
}
