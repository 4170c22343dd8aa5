package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.api.bank.Banks;
import java.time.Clock;
import java.util.List;
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
    "io.ledgerbank.command.eventlog",
    "io.ledgerbank.command.idempotency",
    "io.ledgerbank.command.payment"
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
}
