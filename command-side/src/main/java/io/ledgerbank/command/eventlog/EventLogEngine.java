package io.ledgerbank.command.eventlog;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

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

    EventLogEngine(Builder builder) {
        super(builder.schema(SCHEMA)
                .dataType(String.class)
                .persistenceExceptionResolver(PostgresErrors::isUniqueViolation)
                .createTokenAt(EventLogEngine::createTokenAt));
    }

    private static PreparedStatement createTokenAt(java.sql.Connection connection, EventSchema schema, Instant dateTime)
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
