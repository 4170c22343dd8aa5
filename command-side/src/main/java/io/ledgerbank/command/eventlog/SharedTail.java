package io.ledgerbank.command.eventlog;

import java.util.List;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.jspecify.annotations.Nullable;

/**
 * The end of the log as it is in memory, for all who follow it. Once the log has something else there, no stream of it gives
 * out anything any more.
 */
final class SharedTail extends EmbeddedEventStore {

    private final LogStorageEngine engine;

    /** @param engine of this tail alone */
    SharedTail(Builder builder, LogStorageEngine engine) {
        super(builder.storageEngine(engine));
        this.engine = engine;
    }

    /** Has the log read once more; does not wait for that. */
    void fetch() {
        afterCommit(List.of());
    }

    /** Asks the log, unless it is known already. */
    boolean stands() {
        return engine.reading().loss().isEmpty() && engine.standsTailed();
    }

    void giveUp() {
        TailReading reading = engine.reading();
        reading.fail(new EventsLost(reading.last().position()));
        shutDown();
        fetch(); // So that its thread notices.
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken token) {
        return new TailStream(super.openStream(token), engine.reading(), this::fetch);
    }
}
