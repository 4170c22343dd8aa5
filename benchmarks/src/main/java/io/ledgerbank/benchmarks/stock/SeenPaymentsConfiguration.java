package io.ledgerbank.benchmarks.stock;

import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Feeds the projection by a pooled processor with nothing set. */
class SeenPaymentsConfiguration {

    @Bean
    SeenPayments seenPayments(JdbcClient jdbc) {
        return new SeenPayments(jdbc);
    }

    @Bean
    ConfigurerModule pooledProcessor() {
        return configurer -> configurer.eventProcessing().registerPooledStreamingEventProcessor(SeenPayments.NAME);
    }
}
