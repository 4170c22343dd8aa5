package io.ledgerbank.command.idempotency;

import java.time.Duration;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires idempotency around the command bus. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencyConfiguration.IdempotencyProperties.class)
class IdempotencyConfiguration {

    /** @param longestWait for another node that is answering the same request */
    @ConfigurationProperties("ledgerbank.idempotency")
    record IdempotencyProperties(@DefaultValue("2s") Duration longestWait) {}

    @Bean
    Answers answers(ConnectionProvider connections, TransactionManager transactions, IdempotencyProperties properties) {
        return new JdbcAnswers(connections, transactions, properties.longestWait());
    }

    @Bean
    Idempotency idempotency(CommandGateway commands, Answers answers) {
        return new Idempotency(commands, answers);
    }

    @Bean
    ConfigurerModule answersAreKept(Answers answers) {
        return configurer -> configurer.onInitialize(
                axon -> axon.onStart(() -> axon.commandBus().registerHandlerInterceptor(new KeepingAnswers(answers))));
    }
}
