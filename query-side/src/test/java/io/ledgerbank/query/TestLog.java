package io.ledgerbank.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;

/** Axon's JDBC engine over a table with the log's columns. */
final class TestLog extends JdbcEventStorageEngine {

    TestLog(Builder builder) {
        super(builder.dataType(String.class)
                .schema(EventSchema.builder()
                        .eventTable("eventlog.event")
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
                        .build()));
    }

    @Override
    protected void writeTimestamp(PreparedStatement statement, int parameter, Instant timestamp) throws SQLException {
        statement.setObject(parameter, OffsetDateTime.ofInstant(timestamp, ZoneOffset.UTC));
    }

    @Override
    protected Object readTimeStamp(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
