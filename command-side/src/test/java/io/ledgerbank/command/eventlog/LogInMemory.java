package io.ledgerbank.command.eventlog;

import io.ledgerbank.command.eventtype.EventTypes;
import io.ledgerbank.command.eventtype.StoredType;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import io.ledgerbank.command.eventtype.UpcastingEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps in memory what the log keeps in its tables: events and snapshots as JSON under their registered names and revisions,
 * upcast when they are read. For one thread.
 */
public final class LogInMemory extends AbstractEventStorageEngine {

    private final Map<String, List<LogEntry>> streams = new HashMap<>();
    private final Map<String, LogEntry> snapshots = new HashMap<>();
    private final List<Object> appended = new ArrayList<>();

    private LogInMemory(Builder builder) {
        super(builder);
    }

    /** @param snapshots what may be kept besides events */
    public static LogInMemory keeping(StoredType... snapshots) {
        StoredTypes types = new StoredTypes(
                Stream.concat(EventTypes.ALL.stream(), Stream.of(snapshots)).toList());
        return new LogInMemory(new Builder(types));
    }

    /** Everything that was appended since it was asked last. */
    public List<Object> news() {
        List<Object> news = List.copyOf(appended);
        appended.clear();
        return news;
    }

    /** As if nobody had ever taken a snapshot. */
    public void forgetSnapshots() {
        snapshots.clear();
    }

    /** As if everything had been written by the first version of the service that can have written it. */
    public void rewriteAsFirstWritten() {
        forgetSnapshots();
        FirstRevisions first = FirstRevisions.among(streams.values());
        streams.values().forEach(events -> events.replaceAll(first::of));
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        EventEncoder encoder = new EventEncoder(serializer);
        events.forEach(event -> append(encoder.encode(event)));
        events.forEach(event -> appended.add(event.getPayload()));
    }

    private void append(LogEntry event) {
        List<LogEntry> stream = streams.computeIfAbsent(event.streamId(), id -> new ArrayList<>());
        if (event.sequence() != stream.size()) {
            throw new IllegalStateException(
                    "Event %d of a stream comes as number %d".formatted(stream.size(), event.sequence()));
        }
        stream.add(event);
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots.put(snapshot.getAggregateIdentifier(), new EventEncoder(serializer).encode(snapshot));
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return streams.getOrDefault(identifier, List.of()).stream()
                .skip(firstSequenceNumber)
                .map(LogEntry::asEventData);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Optional.ofNullable(snapshots.get(aggregateIdentifier)).map(LogEntry::asEventData).stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        return Optional.ofNullable(streams.get(aggregateIdentifier)).map(stream -> stream.size() - 1L);
    }

    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        throw new UnsupportedOperationException("Nobody follows this log");
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {

        Builder(StoredTypes types) {
            StoredTypeSerializer serializer = new StoredTypeSerializer(types);
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(new UpcastingEvents(types));
        }
    }
}
