package io.ledgerbank.command.eventlog;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Axon's store, which also lets a unit of work know what it has staged, tells of each commit, can be woken when others have
 * committed, and has nobody follow what the log has lost.
 */
public final class LogEventStore extends AbstractEventStore {

    private static final Logger LOG = LoggerFactory.getLogger(LogEventStore.class);

    private final EmbeddedEventStore.Builder tails;
    private final LogStorageEngine engine;
    private final Runnable announcement;
    private volatile SharedTail tail;

    /**
     * @param tails of which there is one at a time
     * @param announcement of a commit; it must neither wait nor fail
     */
    public LogEventStore(EmbeddedEventStore.Builder tails, LogStorageEngine engine, Runnable announcement) {
        super(tails.storageEngine(engine));
        this.tails = tails;
        this.engine = engine;
        this.announcement = announcement;
        this.tail = new SharedTail(tails, engine.forTail());
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
        tail.fetch();
    }

    /**
     * The stream fails with {@link EventsLost} when events that were read for it, or for others, are not in the log any more;
     * one that is opened then has what the log has.
     */
    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return standingTail().openStream(token);
    }

    private synchronized SharedTail standingTail() {
        if (!tail.stands()) {
            LOG.error("The log has lost events that were read; whoever follows it begins again from what it has now");
            SharedTail lost = tail;
            tail = new SharedTail(tails, engine.forTail());
            lost.giveUp();
        }
        return tail;
    }

    /** Closes all streams. */
    public synchronized void shutDown() {
        tail.shutDown();
    }
}
