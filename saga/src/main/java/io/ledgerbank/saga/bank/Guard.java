package io.ledgerbank.saga.bank;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.bank.BankCondition;
import io.ledgerbank.api.bank.BreakerState;
import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.RetryPolicy;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Decides whether one bank may be called: breaker, then bulkhead, then rate, because only the first two take a permission
 * back. It never waits. Thread-safe.
 */
final class Guard {

    private static final Duration A_SECOND = Duration.ofSeconds(1);
    private static final int PER_MILLE = 1000;

    private final BankCode bank;
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final Optional<RateLimiter> rate;
    private final MeterRegistry meters;
    private final Clock clock;
    private volatile Instant closedUntil = Instant.MIN;

    Guard(
            BankCode bank,
            CircuitBreaker breaker,
            Bulkhead bulkhead,
            Optional<RateLimiter> rate,
            Duration openFor,
            MeterRegistry meters,
            Clock clock) {
        this.bank = bank;
        this.breaker = breaker;
        this.bulkhead = bulkhead;
        this.rate = rate;
        this.meters = meters;
        this.clock = clock;
        breaker.getEventPublisher().onStateTransition(transition -> {
            if (transition.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                closedUntil = clock.instant().plus(openFor);
            }
        });
    }

    Admission admitTo(BankGateway gateway) {
        if (!breaker.tryAcquirePermission()) {
            return refused(Obstacle.BREAKER_OPEN, untilTrial());
        }
        if (!bulkhead.tryAcquirePermission()) {
            breaker.releasePermission();
            return refused(Obstacle.BULKHEAD_FULL, soon().delay());
        }
        if (!rate.map(RateLimiter::acquirePermission).orElse(true)) {
            breaker.releasePermission();
            bulkhead.releasePermission();
            return refused(Obstacle.RATE_EXHAUSTED, A_SECOND);
        }
        return new Admission.Granted(new BankCall(gateway, new Permit(breaker, bulkhead)));
    }

    private Admission refused(Obstacle obstacle, Duration wait) {
        meters.counter(
                        "ledgerbank.bank.refusals",
                        "bank",
                        bank.value(),
                        "obstacle",
                        obstacle.name().toLowerCase(Locale.ROOT))
                .increment();
        return new Admission.Refused(obstacle, spread(wait));
    }

    BankCondition condition() {
        Bulkhead.Metrics places = bulkhead.getMetrics();
        CircuitBreaker.Metrics calls = breaker.getMetrics();
        return new BankCondition(
                bank,
                state(),
                places.getMaxAllowedConcurrentCalls() - places.getAvailableConcurrentCalls(),
                places.getMaxAllowedConcurrentCalls(),
                calls.getNumberOfBufferedCalls(),
                calls.getNumberOfFailedCalls());
    }

    private BreakerState state() {
        return switch (breaker.getState()) {
            case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
            case OPEN, FORCED_OPEN -> BreakerState.OPEN;
            case HALF_OPEN -> BreakerState.HALF_OPEN;
        };
    }

    /** While trial calls are being made the rest comes back soon: their fate decides within one call. */
    private Duration untilTrial() {
        Duration left = Duration.between(clock.instant(), closedUntil);
        return left.compareTo(soon().delay()) > 0 ? left : soon().delay();
    }

    /** For whoever was turned away for a moment only. */
    private static RetryPolicy soon() {
        return Category.SYSTEM.retryPolicy();
    }

    /** So that not everybody comes back at once. */
    private static Duration spread(Duration wait) {
        int perMille = ThreadLocalRandom.current().nextInt(soon().mostJitterPerMille() + 1);
        return wait.plus(wait.multipliedBy(perMille).dividedBy(PER_MILLE));
    }
}
