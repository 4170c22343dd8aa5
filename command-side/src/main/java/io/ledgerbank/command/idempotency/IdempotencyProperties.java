package io.ledgerbank.command.idempotency;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param kept how long at least a request that is repeated gets its first answer */
@ConfigurationProperties("ledgerbank.idempotency")
record IdempotencyProperties(@DefaultValue("7d") Duration kept) {

    private static final Duration SHORTEST = Duration.ofDays(1);

    /** Clients are promised a day. */
    IdempotencyProperties {
        if (kept.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException("ledgerbank.idempotency.kept is a day or more");
        }
    }
}
