package io.ledgerbank.query.projection;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.lifecycle.Phase;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Gives each projection a thread that follows the log from its beginning, wakes when this process commits, and stops at an
 * event that it cannot handle, without holding up the others. Thread-safe.
 */
public final class ProjectionProcessors {

    private final Positions positions;
    private final ParkedEvents parked;
    private final TransactionOperations savepoints;
    private final TransactionOperations transactions;
    private final Progress progress;
    private final ConcurrentMap<ProjectionName, Running> running = new ConcurrentHashMap<>();

    private final ConcurrentMap<ProjectionName, Feed<?>> feeds = new ConcurrentHashMap<>();
    private final Tables live;

    private record Running(Projector<?> projector, Thread thread) {

        void stop() {
            projector.stop();
            thread.interrupt();
        }
    }

    /** @param savepoints nested in those of the other */
    ProjectionProcessors(
            Positions positions,
            ParkedEvents parked,
            TransactionOperations transactions,
            TransactionOperations savepoints,
            Progress progress,
            Tables live) {
        this.positions = positions;
        this.parked = parked;
        this.savepoints = savepoints;
        this.transactions = transactions;
        this.progress = progress;
        this.live = live;
    }

    /**
     * Begins and ends together with the rest of what follows the log.
     *
     * @param making makes the projection of the tables that are read, and of others when it is made anew
     */
    public <E> ConfigurerModule feed(ProjectionName name, Function<Tables, ? extends Projection<E>> making) {
        return configurer -> configurer.onInitialize(axon -> {
            axon.onStart(Phase.INBOUND_EVENT_CONNECTORS, () -> start(new Feed<E>(name, making, axon.eventStore())));
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

    /** What the projections are that are fed from here. */
    public Map<ProjectionName, Feed<?>> feeds() {
        return Map.copyOf(feeds);
    }

    private <E> void start(Feed<E> feed) {
        Projection<E> projection = feed.into(live);
        Writing<E> writing =
                new Writing<>(feed.name(), projection, parked, savepoints, new LogLookup<>(feed.log(), projection));
        Projector<E> projector =
                new Projector<>(feed.name(), projection, writing, positions, transactions, feed.log(), progress);
        Thread thread =
                Thread.ofPlatform().name("projection-" + feed.name().code()).unstarted(projector);
        running.put(feed.name(), new Running(projector, thread));
        feeds.put(feed.name(), feed);
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
