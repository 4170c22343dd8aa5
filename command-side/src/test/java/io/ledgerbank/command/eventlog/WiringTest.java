package io.ledgerbank.command.eventlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.command.lane.LaneCommandBus;
import io.ledgerbank.command.testing.CommandSideTest;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.ListenerInvocationErrorHandler;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

@CommandSideTest
class WiringTest {

    private final Configuration axon;

    WiringTest(Configuration axon) {
        this.axon = axon;
    }

    @Test
    void springs_transactions_are_under_everything(@Autowired TransactionManager transactions) {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
        assertThat(axon.getComponent(TransactionManager.class)).isSameAs(transactions);
    }

    @Test
    void the_log_is_where_events_are_stored(
            @Autowired EventStore store, @Autowired EventStorageEngine engine, @Autowired CommandBus bus) {
        assertThat(store).isInstanceOf(LogEventStore.class);
        assertThat(engine).isInstanceOf(LogStorageEngine.class);
        assertThat(bus).isInstanceOf(LaneCommandBus.class);
        assertThat(axon.commandBus()).isSameAs(bus);
    }

    @Test
    void one_serializer_writes_everything(
            @Autowired Serializer general,
            @Autowired @Qualifier("eventSerializer") Serializer events,
            @Autowired @Qualifier("messageSerializer") Serializer messages) {
        assertThat(events).isSameAs(general);
        assertThat(messages).isSameAs(general);
    }

    @Test
    void a_failing_listener_is_not_passed_over() {
        assertThat(axon.eventProcessingConfiguration().listenerInvocationErrorHandler("any"))
                .isInstanceOf(PropagatingErrorHandler.class)
                .isInstanceOf(ListenerInvocationErrorHandler.class);
    }
}
