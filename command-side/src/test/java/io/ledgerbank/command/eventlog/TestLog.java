package io.ledgerbank.command.eventlog;

import io.ledgerbank.command.eventtype.StoredType;
import io.ledgerbank.command.eventtype.StoredTypeSerializer;
import io.ledgerbank.command.eventtype.StoredTypes;
import io.ledgerbank.testing.TestDatabase;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One node's access to a log whose events are texts. */
public final class TestLog {

    private final TestDatabase database;
    private final DataSource dataSource;
    private final LogStorageEngine engine;
    private final TransactionTemplate transactions;

    public TestLog(TestDatabase database) {
        this.database = database;
        dataSource = database.dataSource();
        StoredTypes types = new StoredTypes(List.of(new StoredType("Text", String.class)));
        ConnectionProvider connections = new SpringDataSourceConnectionProvider(dataSource);
        engine = new LogStorageEngine.Builder(connections, snapshots(connections), new StoredTypeSerializer(types))
                .build();
        transactions = new TransactionTemplate(new DataSourceTransactionManager(dataSource));
    }

    public static SnapshotTable snapshots(ConnectionProvider connections) {
        return new SnapshotTable(connections, new SnapshotSeal(new SecretKeySpec(new byte[32], "HmacSHA256")));
    }

    public LogStorageEngine engine() {
        return engine;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    public void append(String stream, long sequence, String payload) {
        transactions.executeWithoutResult(status -> engine.appendEvents(List.of(event(stream, sequence, payload))));
    }

    public void append(String stream, int events) {
        transactions.executeWithoutResult(status -> engine.appendEvents(LongStream.range(0, events)
                .mapToObj(sequence -> event(stream, sequence, "event " + sequence))
                .toList()));
    }

    /** To a stream of nobody's. */
    public void appendElsewhere(int events) {
        append("elsewhere " + UUID.randomUUID(), events);
    }

    public static DomainEventMessage<?> event(String stream, long sequence, String payload) {
        return new GenericDomainEventMessage<>("Test", stream, sequence, payload);
    }

    /** As the failover to a standby that had not seen everything. */
    public void loseBehind(long position) {
        JdbcClient owner = JdbcClient.create(database.ownerDataSource());
        owner.sql("ALTER TABLE eventlog.event DISABLE TRIGGER event_append_only")
                .update();
        int lost = owner.sql("DELETE FROM eventlog.event WHERE position > ?")
                .param(position)
                .update();
        owner.sql("ALTER TABLE eventlog.event ENABLE ALWAYS TRIGGER event_append_only")
                .update();
        if (lost == 0) {
            throw new IllegalStateException("There is nothing behind position " + position);
        }
    }

    public ChainReport verify() {
        return new ChainVerifier(dataSource).verify();
    }

    public List<Long> positions() {
        return JdbcClient.create(dataSource)
                .sql("SELECT position FROM eventlog.event ORDER BY position")
                .query(Long.class)
                .list();
    }
}
