package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.standingorder.CancelStandingOrder;
import io.ledgerbank.api.standingorder.RunStandingOrder;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.lane.AggregateCache;
import io.ledgerbank.command.lane.TouchedStreams;
import io.ledgerbank.command.payment.FuturePayments;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what decides about standing orders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StandingOrderConfiguration.StandingOrderProperties.class)
class StandingOrderConfiguration {

    /** @param times of the day at which a run is made, and made again should funds be lacking */
    @ConfigurationProperties("ledgerbank.standing-orders")
    record StandingOrderProperties(
            @DefaultValue({"06:00", "12:00", "18:00"}) List<LocalTime> times) {}

    @Bean
    RunTimes runTimes(StandingOrderProperties properties, BankCalendar calendar) {
        return new RunTimes(properties.times(), calendar.zone());
    }

    @Bean
    ConfigurerModule standingOrderDecisions(RunTimes times, BankCalendar calendar, AggregateCache aggregates) {
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(StandingOrder.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                        .configureFilterEventsByType(axon -> true)
                        .configureCache(axon -> aggregates.passing()))
                .registerCommandHandler(axon -> new KeepingStandingOrders(
                        axon.repository(StandingOrder.class), axon.getComponent(FuturePayments.class), times, calendar))
                .registerCommandHandler(axon -> new RunningStandingOrders(
                        axon.repository(StandingOrder.class),
                        axon.getComponent(FuturePayments.class),
                        times,
                        calendar));
    }

    @Bean
    TouchedStreams<CancelStandingOrder> standingOrderToCancel() {
        return new TouchedStreams<>(CancelStandingOrder.class, command -> Stream.of(command.standingOrderId()));
    }

    @Bean
    TouchedStreams<RunStandingOrder> standingOrderToRun() {
        return new TouchedStreams<>(RunStandingOrder.class, command -> Stream.of(command.standingOrderId()));
    }

    @Bean
    StandingOrderAnswers standingOrderAnswers(EventStore events) {
        return new StandingOrderAnswers(events);
    }
}
