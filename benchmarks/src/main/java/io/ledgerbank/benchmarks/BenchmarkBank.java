package io.ledgerbank.benchmarks;

import io.ledgerbank.api.bank.Banks;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The command side as it ships, with no processors beside it. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan({
    "io.ledgerbank.command.account",
    "io.ledgerbank.command.eventlog",
    "io.ledgerbank.command.idempotency",
    "io.ledgerbank.command.payment"
})
class BenchmarkBank {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Banks banks() {
        return List::of;
    }
}
