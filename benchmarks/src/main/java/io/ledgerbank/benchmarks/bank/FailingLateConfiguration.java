package io.ledgerbank.benchmarks.bank;

import io.ledgerbank.command.account.Account;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;

/** Adds the one command that no bank has. */
class FailingLateConfiguration {

    @Bean
    ConfigurerModule failingLate() {
        return configurer -> configurer.registerCommandHandler(axon -> new FailingLate(axon.repository(Account.class)));
    }
}
