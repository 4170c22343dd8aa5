package io.ledgerbank.command.lane;

import io.ledgerbank.command.eventlog.LogEventStore;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventProcessorConfiguration;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;

/** A tailing processor that writes down how many coins came. */
public final class FollowingJars implements AutoCloseable {

    private final List<Long> added = new CopyOnWriteArrayList<>();
    private final TrackingEventProcessor processor;

    public FollowingJars(LogEventStore store) {
        processor = TrackingEventProcessor.builder()
                .name("following-jars")
                .eventHandlerInvoker(
                        SimpleEventHandlerInvoker.builder().eventHandlers(this).build())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .trackingEventProcessorConfiguration(TrackingEventProcessorConfiguration.forSingleThreadedProcessing())
                .build();
        processor.start();
    }

    @EventHandler
    void on(Jar.Coins coins) {
        added.add(coins.added());
    }

    public List<Long> added() {
        return added;
    }

    public boolean hasCaughtUp() {
        return processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isCaughtUp);
    }

    public boolean isFailing() {
        return processor.processingStatus().values().stream().anyMatch(EventTrackerStatus::isErrorState);
    }

    @Override
    public void close() {
        processor.shutDown();
    }
}
