package io.ledgerbank.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.jspecify.annotations.Nullable;

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

    /** This engine knows tokens of its own kind alone. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return super.readEventData(
                token instanceof GlobalSequenceTrackingToken from
                        ? GapAwareTrackingToken.newInstance(from.getGlobalIndex(), List.of())
                        : token,
                mayBlock);
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
