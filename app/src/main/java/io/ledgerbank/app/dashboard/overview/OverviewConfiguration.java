package io.ledgerbank.app.dashboard.overview;

import io.ledgerbank.query.board.FigureQueries;
import io.ledgerbank.query.board.LagQueries;
import io.ledgerbank.saga.work.QueueReports;
import java.time.Clock;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what the overview's figures are taken from. */
@Configuration(proxyBeanMethods = false)
class OverviewConfiguration {

    @Bean
    Pulse pulse(FigureQueries figures, LagQueries lags, QueueReports queues, Clock clock) {
        return new Pulse(figures, lags, queues, clock);
    }

    @Bean
    History pulseHistory() {
        return new History();
    }

    @Bean
    SmartLifecycle pulseSampling(Pulse pulse, History history) {
        return new Sampling(pulse, history);
    }
}
