package io.ledgerbank.saga.bank;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.ledgerbank.api.error.Reason;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A place among the calls to a bank, and the duty to say how the call went. For one thread. */
final class Permit implements AutoCloseable {

    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private long begun;
    private State state = State.UNUSED;

    private enum State {
        UNUSED,
        IN_USE,
        ENDED,
        CLOSED
    }

    Permit(CircuitBreaker breaker, Bulkhead bulkhead) {
        this.breaker = breaker;
        this.bulkhead = bulkhead;
    }

    void use() {
        if (state != State.UNUSED) {
            throw new IllegalStateException("A permit is for one call");
        }
        state = State.IN_USE;
        begun = breaker.getCurrentTimestamp();
    }

    void ended(Optional<Reason> trouble) {
        state = State.ENDED;
        long duration = breaker.getCurrentTimestamp() - begun;
        TimeUnit unit = breaker.getTimestampUnit();
        trouble.ifPresentOrElse(
                reason -> breaker.onError(duration, unit, new CallFailed(reason)),
                () -> breaker.onSuccess(duration, unit));
    }

    @Override
    public void close() {
        if (state == State.CLOSED) {
            return;
        }
        if (state != State.ENDED) {
            breaker.releasePermission();
        }
        state = State.CLOSED;
        bulkhead.onComplete();
    }

    /** What the breaker is told; nobody ever catches it. */
    private static final class CallFailed extends Exception {

        private static final long serialVersionUID = 1L;

        CallFailed(Reason reason) {
            super(reason.code(), null, false, false);
        }
    }
}
