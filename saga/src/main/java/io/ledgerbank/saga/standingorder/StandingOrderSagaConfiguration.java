package io.ledgerbank.saga.standingorder;

import io.ledgerbank.saga.work.CarefulHandler;
import io.ledgerbank.saga.work.Followers;
import io.ledgerbank.saga.work.LogFollower;
import io.ledgerbank.saga.work.WorkQueue;
import io.ledgerbank.saga.work.WorkQueues;
import javax.sql.DataSource;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.EventProcessingConfigurer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires the timers of standing orders: who follows the log, the queue they fill and the worker that empties it. */
@Configuration(proxyBeanMethods = false)
class StandingOrderSagaConfiguration {

    private static final String QUEUE = "standingorders";

    @Bean
    RunWorker runWorker(CommandGateway commands) {
        return new RunWorker(commands);
    }

    @Bean(destroyMethod = "")
    WorkQueue standingOrderQueue(WorkQueues queues, RunWorker worker) {
        return queues.queue(QUEUE, worker);
    }

    @Bean
    RunTimers runTimers(@Qualifier("standingOrderQueue") WorkQueue queue) {
        return new RunTimers(queue);
    }

    /** The timers come late, because the worker behind them sends commands, and whoever handles those is wired here. */
    @Bean
    ConfigurerModule standingOrderProcessor(
            ObjectProvider<RunTimers> timers, ObjectProvider<Followers> followers, DataSource dataSource) {
        return configurer -> {
            EventProcessingConfigurer processing = configurer.eventProcessing();
            processing.registerEventHandler(
                    config -> followers.getObject().careful(RunTimers.NAME, timers.getObject()));
            new LogFollower(RunTimers.NAME, dataSource).register(processing, CarefulHandler.named(RunTimers.NAME));
        };
    }
}
