package io.ledgerbank.app.bank;

import io.ledgerbank.api.bank.Bank;
import io.ledgerbank.api.bank.Banks;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Knows the banks: those of the configuration, those that a part of the installation brings along, and those that were added. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BankDirectory.class)
class BankConfiguration {

    /** The log comes late, because whoever decides about payments asks for banks. */
    @Bean
    Banks banks(BankDirectory directory, ObjectProvider<Bank> brought, ObjectProvider<EventStore> log, Clock clock) {
        List<Bank> named = Stream.concat(directory.banks().stream(), brought.orderedStream())
                .toList();
        return new KnownBanks(named, log::getObject, clock);
    }

    /** Before anybody is answered. */
    @Bean
    SmartLifecycle addedBanks(Banks banks) {
        return new ReadingBanks(banks);
    }
}
