package io.ledgerbank.command.eventlog;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Axon's store, which also lets a unit of work know what it has staged, tells of each commit, and can be woken when others
 * have committed.
 */
public final class LogEventStore extends EmbeddedEventStore {

    private final LogStorageEngine engine;
    private final Arrivals arrivals;
    private final Runnable announcement;

    /** @param announcement of a commit; it must neither wait nor fail */
    public LogEventStore(Builder builder, LogStorageEngine engine, Runnable announcement) {
        super(builder.storageEngine(engine));
        this.engine = engine;
        this.arrivals = engine.arrivals();
        this.announcement = announcement;
    }

    /**
     * An event whose type nobody registered fails whoever applies it, and not the batch it would be written with.
     *
     * @throws SerializationException for such an event
     */
    @Override
    public void publish(List<? extends EventMessage<?>> events) {
        if (CurrentUnitOfWork.isStarted()) {
            Staged.in(CurrentUnitOfWork.get()).add(events);
        }
        events.forEach(engine::requireRegistered);
        super.publish(events);
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        tellOfCommit();
    }

    /** Tells those who follow the log, here and elsewhere, that it has grown. */
    public void tellOfCommit() {
        wake();
        announcement.run();
    }

    /** Has the log read once more for those who follow it; does not wait for that. */
    public void wake() {
        super.afterCommit(List.of());
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new TailStream(super.openStream(token), arrivals, this::wake);
    }
}
