package io.ledgerbank.saga.bank;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the configuration says of one bank; what it does not say is as for all of them. */
public record OwnTerms(
        @Nullable Duration timeout,
        @Nullable Duration connectTimeout,
        @Nullable Integer concurrentCalls,
        @Nullable Integer callsPerSecond,
        @Nullable BreakerTerms breaker,
        @Nullable Set<Capability> capabilities) {

    static final OwnTerms NONE = new OwnTerms(null, null, null, null, null, null);

    /** @throws IllegalArgumentException in a sentence that names what cannot be */
    BankTerms over(BankTerms general) {
        return new BankTerms(
                Optional.ofNullable(timeout).orElse(general.timeout()),
                Optional.ofNullable(connectTimeout).orElse(general.connectTimeout()),
                Optional.ofNullable(concurrentCalls).orElse(general.concurrentCalls()),
                Optional.ofNullable(callsPerSecond).map(OwnTerms::rate).orElse(general.callsPerSecond()),
                Optional.ofNullable(breaker).orElse(general.breaker()),
                Optional.ofNullable(capabilities).orElse(general.capabilities()));
    }

    static OptionalInt rate(int callsPerSecond) {
        return callsPerSecond == 0 ? OptionalInt.empty() : OptionalInt.of(callsPerSecond);
    }
}
