package io.ledgerbank.query.replay;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the replay of what happened. */
@Configuration(proxyBeanMethods = false)
class ReplayConfiguration {

    @Bean
    Replays replays(EventStore log, JdbcClient jdbc) {
        return new Replays(log, jdbc);
    }
}
