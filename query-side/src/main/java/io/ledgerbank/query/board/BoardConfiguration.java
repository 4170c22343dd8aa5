package io.ledgerbank.query.board;

import io.ledgerbank.api.payment.FailedWork;
import java.time.Clock;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the answers to operators' screens. */
@Configuration(proxyBeanMethods = false)
class BoardConfiguration {

    @Bean
    SagaBoard sagaBoard(JdbcClient jdbc, ObjectProvider<FailedWork> failedWork, Clock clock) {
        return new SagaBoard(jdbc, failedWork.getIfAvailable(() -> Map::of), clock);
    }

    @Bean
    FigureQueries figureQueries(JdbcClient jdbc, Clock clock) {
        return new FigureQueries(jdbc, clock);
    }

    @Bean
    RiskQueries riskQueries(JdbcClient jdbc, Clock clock) {
        return new RiskQueries(jdbc, clock);
    }

    @Bean
    LagQueries lagQueries(JdbcClient jdbc) {
        return new LagQueries(jdbc);
    }
}
