package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.bank.Banks;
import io.ledgerbank.command.user.KnownUsers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/**
 * What decides and appends, and none of the houses that follow. Like all configuration here it is not annotated as such:
 * the service, which looks for configuration in all of {@code io.ledgerbank}, would find it.
 */
@EnableAutoConfiguration
@ComponentScan({
    "io.ledgerbank.command.account",
    "io.ledgerbank.command.approval",
    "io.ledgerbank.command.claim",
    "io.ledgerbank.command.eventlog",
    "io.ledgerbank.command.lane",
    "io.ledgerbank.command.push",
    "io.ledgerbank.command.idempotency",
    "io.ledgerbank.command.payment",
    "io.ledgerbank.command.personal"
})
class CommandSide {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Banks banks() {
        return List::of;
    }

    /** Nobody is asked for whose scheduled payments are made. */
    @Bean
    KnownUsers users() {
        return new NobodyKnown();
    }

    @Bean
    SecretKey secret() {
        return new SecretKeySpec("a-secret-of-the-benchmarks".getBytes(StandardCharsets.US_ASCII), "HmacSHA256");
    }
}
