package io.ledgerbank.command.eventlog;

import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import io.ledgerbank.command.eventtype.UpcastingEvents;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Keeps events in schema {@code eventlog}: densely numbered, in the order of their commits, each hashed together with its
 * predecessor. Appends within the running transaction and together with it. Thread-safe.
 */
public final class LogStorageEngine extends AbstractEventStorageEngine {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ConnectionProvider connections;
    private final LogReader reader;
    private final LogWriter writer = new LogWriter();
    private final SnapshotTable snapshots;
    private final Builder builder;
    private final TailReading reading = new TailReading();

    LogStorageEngine(Builder builder) {
        super(builder);
        this.builder = builder;
        connections = builder.connections;
        reader = new LogReader(connections);
        snapshots = builder.snapshots;
    }

    /** On the same log, with a reading of its own. */
    LogStorageEngine forTail() {
        return builder.build();
    }

    TailReading reading() {
        return reading;
    }

    /** Whether the log still has what was handed over. */
    boolean standsTailed() {
        Head last = reading.last();
        return last.equals(Head.START) || reader.has(last);
    }

    /** @throws SerializationException for an event that could not be written */
    void requireRegistered(EventMessage<?> event) {
        getEventSerializer().typeForClass(event.getPayloadType());
    }

    /** @throws LostRace when others have appended since the running transaction's turn began */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (events.isEmpty()) {
            return;
        }
        GrowingAppend.current()
                .ifPresentOrElse(batch -> batch.finishWith(events), () -> appendAtOnce(events, serializer));
    }

    private void appendAtOnce(List<? extends EventMessage<?>> events, Serializer serializer) {
        EventEncoder encoder = new EventEncoder(serializer);
        List<LogEntry> entries = events.stream().map(encoder::encode).toList();
        try (Connection connection = connections.getConnection()) {
            requireTransaction(connection);
            LogTurn turn = LogTurn.current().orElseGet(() -> alone(connection));
            turn.moveTo(writer.append(connection.unwrap(PGConnection.class), turn.head(), entries));
        } catch (SQLException e) {
            throw LogWriter.failure(e);
        }
    }

    /** Who comes with no turn of its own waits until nobody else is writing. */
    private LogTurn alone(Connection connection) {
        try {
            AppendLock.ALONE.take(connection, PATIENCE, Head.START.position());
            return new LogTurn(writer.head(connection));
        } catch (SQLException e) {
            throw new EventLogException("Could not read the head of the event log", e);
        }
    }

    private static void requireTransaction(Connection connection) throws SQLException {
        if (connection.getAutoCommit()) {
            throw new IllegalStateException("Events are appended in a transaction only");
        }
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        try (Connection connection = connections.getConnection()) {
            snapshots.replace(new EventEncoder(serializer).encode(snapshot), writer.head(connection));
        } catch (SQLException e) {
            throw new EventLogException("Could not read the head of the event log", e);
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String identifier, long firstSequenceNumber) {
        return ColdStream.find(identifier)
                .filter(read -> read.firstSequence() <= firstSequenceNumber)
                .map(read -> read.events().stream().filter(event -> event.getSequenceNumber() >= firstSequenceNumber))
                .orElseGet(() -> reader.stream(identifier, firstSequenceNumber));
    }

    /** Axon's store blocks on the tail alone, which all who have caught up share. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        long position = positionOf(token);
        return mayBlock
                ? StreamSupport.stream(new TailCursor(reader, position, reading), false)
                : StreamSupport.stream(new LogCursor(reader, position, Optional.empty()), false);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return ColdStream.find(aggregateIdentifier)
                .map(ColdStream::snapshot)
                .orElseGet(() -> snapshots.newest(aggregateIdentifier))
                .map(LogEntry::asEventData)
                .stream();
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateIdentifier) {
        OptionalLong last = reader.lastSequence(aggregateIdentifier);
        return last.isPresent() ? Optional.of(last.getAsLong()) : Optional.empty();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(Head.START.position());
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(reader.lastPosition());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(reader.positionBefore(dateTime));
    }

    private static long positionOf(@Nullable TrackingToken token) {
        return token == null ? Head.START.position() : token.position().orElseThrow();
    }

    /** Whatever decodes the log does it by the same registered types: it upcasts events and ignores outdated snapshots. */
    public static final class Builder extends AbstractEventStorageEngine.Builder {

        private final ConnectionProvider connections;
        private final SnapshotTable snapshots;

        public Builder(ConnectionProvider connections, SnapshotTable snapshots, StoredTypeSerializer serializer) {
            StoredTypes types = serializer.types();
            this.connections = connections;
            this.snapshots = snapshots;
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(new UpcastingEvents(types));
            snapshotFilter((SnapshotFilter)
                    snapshot -> types.isCurrent(snapshot.getPayload().getType()));
        }

        public LogStorageEngine build() {
            return new LogStorageEngine(this);
        }
    }
}
