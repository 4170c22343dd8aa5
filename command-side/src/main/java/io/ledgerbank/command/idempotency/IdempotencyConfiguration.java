package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.eventlog.BatchOrder;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** Wires idempotency around the command bus. */
@Configuration(proxyBeanMethods = false)
class IdempotencyConfiguration {

    @Bean
    Answers answers(ConnectionProvider connections) {
        return new JdbcAnswers(connections);
    }

    @Bean
    @Order(BatchOrder.ANSWERS)
    KnownAnswers knownAnswers(Answers answers) {
        return new KnownAnswers(answers);
    }

    @Bean
    Idempotency idempotency(CommandGateway commands) {
        return new Idempotency(commands);
    }

    @Bean
    ConfigurerModule answersAreKept(Answers answers) {
        return configurer -> configurer.onInitialize(
                axon -> axon.onStart(() -> axon.commandBus().registerHandlerInterceptor(new FirstAnswers(answers))));
    }
}
