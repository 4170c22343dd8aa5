package io.ledgerbank.command.forgetting;

import io.ledgerbank.command.personal.PersonKeys;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires how people are forgotten. */
@Configuration(proxyBeanMethods = false)
class ForgettingConfiguration {

    @Bean
    Forgetting forgetting(PersonKeys keys, CommandGateway commands) {
        return new Forgetting(keys, commands);
    }

    @Bean
    ForgettingSchedule forgettingOfPersons(PersonKeys keys, Forgetting forgetting, JdbcClient jdbc) {
        return new ForgettingSchedule(keys, new DeletedUsers(jdbc), forgetting);
    }
}
