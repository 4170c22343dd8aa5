package io.ledgerbank.app.seed;

import io.ledgerbank.app.startup.ConditionalOnEmbeddedDatabase;
import io.ledgerbank.app.startup.ConditionalOnExternalDatabase;
import io.ledgerbank.command.user.KnownUsers;
import io.ledgerbank.command.user.Registrations;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses between demo data and a first administrator: never both, never neither. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FirstAdminSettings.class)
class SeedConfiguration {

    @Bean
    @ConditionalOnEmbeddedDatabase
    DemoData demoData(Registrations registrations, CommandGateway commands, EventStore log) {
        return new DemoData(registrations, commands, log);
    }

    @Bean
    @ConditionalOnExternalDatabase
    FirstAdmin firstAdmin(FirstAdminSettings settings, KnownUsers users, Registrations registrations) {
        return new FirstAdmin(settings, users, registrations);
    }
}
