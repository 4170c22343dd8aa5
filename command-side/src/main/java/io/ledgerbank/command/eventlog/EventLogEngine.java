package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.Serializer;

/** Axon's JDBC engine on the tables of schema {@code eventlog}, with times as the database's own type. */
final class EventLogEngine extends JdbcEventStorageEngine {

    static final EventSchema SCHEMA = EventSchema.builder()
            .eventTable("eventlog.event")
            .snapshotTable("eventlog.snapshot")
            .globalIndexColumn("position")
            .eventIdentifierColumn("event_id")
            .typeColumn("stream_type")
            .aggregateIdentifierColumn("stream_id")
            .sequenceNumberColumn("sequence")
            .payloadTypeColumn("type")
            .payloadRevisionColumn("revision")
            .timestampColumn("recorded_at")
            .payloadColumn("payload")
            .metaDataColumn("metadata")
            .build();

    /** Any number will do, as long as all nodes use the same and nothing else does. */
    private static final long APPENDING = 0x1ed9e7L;

    private final ConnectionProvider connections;

    EventLogEngine(Builder builder, ConnectionProvider connections) {
        super(builder.schema(SCHEMA)
                .connectionProvider(connections)
                .dataType(String.class)
                .persistenceExceptionResolver(PostgresErrors::isUniqueViolation)
                .createTokenAt(EventLogEngine::createTokenAt));
        this.connections = connections;
    }

    /**
     * One transaction appends at a time, until it commits: positions become visible in their order, and no reader can
     * pass an event that commits late.
     */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            waitForTurn();
        }
        super.appendEvents(events, serializer);
    }

    private void waitForTurn() {
        try (Connection connection = connections.getConnection();
                PreparedStatement turn = connection.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            turn.setLong(1, APPENDING);
            turn.execute();
        } catch (SQLException e) {
            throw new EventLogException("Could not take a turn at appending", e);
        }
    }

    private static PreparedStatement createTokenAt(Connection connection, EventSchema schema, Instant dateTime)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(
                "SELECT min(position) - 1 FROM " + schema.domainEventTable() + " WHERE recorded_at >= ?");
        statement.setObject(1, OffsetDateTime.ofInstant(dateTime, ZoneOffset.UTC));
        return statement;
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int parameter, Instant timestamp) throws SQLException {
        statement.setObject(parameter, OffsetDateTime.ofInstant(timestamp, ZoneOffset.UTC));
    }

    /** As text, which Axon reads to the microsecond; a time it would cut to the millisecond. */
    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant().toString();
    }
}
