package io.ledgerbank.command.idempotency;

import io.ledgerbank.command.eventlog.OneRunner;
import io.ledgerbank.command.lane.BatchOrder;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires idempotency around the command bus. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdempotencyProperties.class)
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
    Idempotency idempotency(CommandGateway commands, Answers answers) {
        return new Idempotency(commands, answers);
    }

    @Bean
    ForgettingAnswers forgettingAnswers(JdbcClient jdbc, DataSource database, IdempotencyProperties properties) {
        return new ForgettingAnswers(
                jdbc, new OneRunner(database, OneRunner.Task.FORGETTING_ANSWERS), properties.kept());
    }

    @Bean
    ForgettingSchedule forgettingSchedule(ForgettingAnswers answers) {
        return new ForgettingSchedule(answers);
    }

    @Bean
    MeterBinder forgettingMetrics(ForgettingAnswers answers) {
        return registry -> FunctionCounter.builder(
                        "ledgerbank.idempotency.forgotten", answers, ForgettingAnswers::forgotten)
                .description(
                        "Answers to idempotency keys that this node has forgotten, because they were kept for long enough")
                .register(registry);
    }

    @Bean
    ConfigurerModule answersAreKept(Answers answers) {
        return configurer -> configurer.onInitialize(
                axon -> axon.onStart(() -> axon.commandBus().registerHandlerInterceptor(new FirstAnswers(answers))));
    }
}
