package io.ledgerbank.query.stream;

import io.ledgerbank.query.board.LagQueries;
import io.ledgerbank.query.payment.PaymentQueries;
import io.ledgerbank.query.payment.SagaQueries;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the live streams. */
@Configuration(proxyBeanMethods = false)
class StreamConfiguration {

    @Bean
    LiveStreams liveStreams(
            EventStore log, JdbcClient jdbc, SagaQueries sagas, PaymentQueries payments, LagQueries lags) {
        return new LiveStreams(log, new WrittenRows(jdbc), new Newsroom(sagas, payments, lags));
    }

    /** Before the web server waits for open requests to end. */
    @Bean
    ApplicationListener<ContextClosedEvent> liveStreamsEnd(LiveStreams streams) {
        return closing -> streams.close();
    }
}
