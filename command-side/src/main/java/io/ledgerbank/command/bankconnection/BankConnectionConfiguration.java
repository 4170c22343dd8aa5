package io.ledgerbank.command.bankconnection;

import io.ledgerbank.api.bankconnection.EstablishBankConnection;
import io.ledgerbank.api.bankconnection.RecordSync;
import io.ledgerbank.api.bankconnection.RemoveBankConnection;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.lane.TouchedStreams;
import java.time.Clock;
import java.util.stream.Stream;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what decides about links to outside banks. */
@Configuration(proxyBeanMethods = false)
class BankConnectionConfiguration {

    @Bean
    ConfigurerModule bankConnectionDecisions(Clock clock, AggregateCache aggregates) {
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(BankConnection.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                        .configureFilterEventsByType(axon -> true)
                        .configureCache(axon -> aggregates.passing()))
                .registerCommandHandler(
                        axon -> new KeepingBankConnections(axon.repository(BankConnection.class), clock));
    }

    @Bean
    TouchedStreams<EstablishBankConnection> bankConnectionToEstablish() {
        return new TouchedStreams<>(EstablishBankConnection.class, command -> Stream.of(command.connectionId()));
    }

    @Bean
    TouchedStreams<RecordSync> bankConnectionThatWasRead() {
        return new TouchedStreams<>(RecordSync.class, command -> Stream.of(command.connectionId()));
    }

    @Bean
    TouchedStreams<RemoveBankConnection> bankConnectionToRemove() {
        return new TouchedStreams<>(RemoveBankConnection.class, command -> Stream.of(command.connectionId()));
    }
}
