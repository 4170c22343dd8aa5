package io.ledgerbank.query.projection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.lifecycle.Phase;
import org.axonframework.messaging.StreamableMessageSource;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives each projection a thread that follows the log from its beginning, wakes when this process commits, and stops at an
 * event that it cannot handle, without holding up the others. Thread-safe.
 */
public final class ProjectionProcessors {

    private final Positions positions;
    private final TransactionOperations transactions;
    private final Progress progress;
    private final ConcurrentMap<ProjectionName, Running> running = new ConcurrentHashMap<>();

    private record Running(Projector<?> projector, Thread thread) {

        void stop() {
            projector.stop();
            thread.interrupt();
        }
    }

    ProjectionProcessors(Positions positions, TransactionOperations transactions, Progress progress) {
        this.positions = positions;
        this.transactions = transactions;
        this.progress = progress;
    }

    /** Begins and ends together with the rest of what follows the log. */
    public <E> ConfigurerModule feed(ProjectionName name, Projection<E> projection) {
        return configurer -> configurer.onInitialize(axon -> {
            axon.onStart(Phase.INBOUND_EVENT_CONNECTORS, () -> start(name, projection, axon.eventStore()));
            axon.onShutdown(Phase.INBOUND_EVENT_CONNECTORS, () -> stop(name));
        });
    }

    /** Of all projections that have ever been fed from here, in the order of their names. */
    public List<ProjectionState> states() {
        return running.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> entry.getValue().projector().state())
                .toList();
    }

    private <E> void start(
            ProjectionName name, Projection<E> projection, StreamableMessageSource<TrackedEventMessage<?>> log) {
        Projector<E> projector = new Projector<>(name, projection, positions, transactions, log, progress);
        Thread thread = Thread.ofPlatform().name("projection-" + name.code()).unstarted(projector);
        running.put(name, new Running(projector, thread));
        thread.start();
    }

    private void stop(ProjectionName name) {
        Running stopped = running.get(name);
        if (stopped == null) {
            return;
        }
        stopped.stop();
        try {
            stopped.thread().join(Positions.SILENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
