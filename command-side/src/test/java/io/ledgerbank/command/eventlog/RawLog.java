package io.ledgerbank.command.eventlog;

import io.ledgerbank.command.eventtype.EventTypes;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** A log to which other versions of the service have written: chained as it must be, but of any type and revision. */
public final class RawLog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private final DataSource dataSource;
    private final JdbcClient database;

    public RawLog(DataSource dataSource) {
        this.dataSource = dataSource;
        database = JdbcClient.create(dataSource);
    }

    /** Appends to the end of the stream, which may be a new one. */
    public void append(String streamType, String streamId, String type, Optional<String> revision, String payload) {
        long sequence = database.sql("SELECT count(*) FROM eventlog.event WHERE stream_id = ?")
                .param(streamId)
                .query(Long.class)
                .single();
        LogEntry entry = new LogEntry(
                UUID.randomUUID(),
                streamType,
                streamId,
                sequence,
                type,
                revision,
                LogEntry.micros(NOON),
                "{}".getBytes(StandardCharsets.UTF_8),
                payload.getBytes(StandardCharsets.UTF_8));
        new TransactionTemplate(new DataSourceTransactionManager(dataSource)).executeWithoutResult(status -> {
            LogWriter writer = new LogWriter();
            Connection connection = DataSourceUtils.getConnection(dataSource);
            try {
                AppendLock.ALONE.take(connection, PATIENCE, Head.START.position());
                writer.append(connection.unwrap(PGConnection.class), writer.head(connection), List.of(entry));
            } catch (SQLException e) {
                throw new EventLogException("Could not append", e);
            } finally {
                DataSourceUtils.releaseConnection(connection, dataSource);
            }
        });
    }

    /** The newest row of a stream, as it is. */
    public Map<String, Object> last(String streamId) {
        return database.sql("""
                        SELECT position, type, revision, payload::text AS payload FROM eventlog.event
                        WHERE stream_id = ? ORDER BY sequence DESC LIMIT 1""").param(streamId).query().singleRow();
    }

    public ChainReport verify() {
        return new ChainVerifier(dataSource).verify();
    }

    /** Reads it as this version of the service does. */
    public LogStorageEngine engine() {
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(dataSource);
        return new LogStorageEngine.Builder(
                        connections,
                        TestLog.snapshots(connections),
                        new StoredTypeSerializer(new StoredTypes(EventTypes.ALL)))
                .build();
    }
}
