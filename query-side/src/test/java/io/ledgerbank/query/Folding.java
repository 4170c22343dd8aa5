package io.ledgerbank.query;

import io.ledgerbank.query.projection.Projection;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import io.ledgerbank.testing.TestPostgres;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** A read model of its own into which projections write what they are given, in batches of any size. For one thread. */
public final class Folding implements AutoCloseable {

    private final AtomicInteger statements = new AtomicInteger();
    private final SingleConnectionDataSource database;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final List<Projection<?>> projections;

    public Folding(Function<Tables, List<Projection<?>>> projections) {
        try {
            Connection connection =
                    TestPostgres.freshDatabase("readmodel").dataSource().getConnection();
            this.database = new SingleConnectionDataSource(counting(connection), true);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.jdbc = JdbcClient.create(database);
        this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
        this.projections = projections.apply(Tables.live(new JdbcTemplate(database)));
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    /** Each batch in a transaction of its own. */
    public void write(List<Recorded<Object>> log, IntSupplier batchSize) {
        for (int from = 0; from < log.size(); ) {
            int to = Math.min(log.size(), from + batchSize.getAsInt());
            List<Recorded<Object>> batch = log.subList(from, to);
            inOneTransaction(() -> write(batch));
            from = to;
        }
    }

    public void write(List<Recorded<Object>> batch) {
        projections.forEach(projection -> write(projection, batch));
    }

    public void inOneTransaction(Runnable work) {
        transactions.executeWithoutResult(transaction -> work.run());
    }

    public void inOneTransactionThatFails(Runnable work) {
        transactions.executeWithoutResult(transaction -> {
            work.run();
            transaction.setRollbackOnly();
        });
        projections.forEach(Projection::forget);
    }

    /** How many statements the work sends to the database. */
    public int statementsOf(Runnable work) {
        int before = statements.get();
        inOneTransaction(work);
        return statements.get() - before;
    }

    public Map<String, List<Map<String, Object>>> rows(List<String> tables) {
        Map<String, List<Map<String, Object>>> rows = new LinkedHashMap<>();
        Consumer<String> read = table -> rows.put(
                table,
                jdbc.sql("SELECT * FROM readmodel." + table + " ORDER BY 1, 2")
                        .query()
                        .listOfRows());
        tables.forEach(read);
        return rows;
    }

    @Override
    public void close() {
        database.destroy();
    }

    private static <E> void write(Projection<E> projection, List<Recorded<Object>> log) {
        List<Recorded<E>> batch = log.stream()
                .filter(recorded -> projection.events().isInstance(recorded.event()))
                .map(recorded -> new Recorded<>(
                        projection.events().cast(recorded.event()),
                        recorded.position(),
                        recorded.eventId(),
                        recorded.recordedAt()))
                .filter(recorded -> projection.concerns(recorded.event()))
                .toList();
        if (!batch.isEmpty()) {
            projection.write(batch);
        }
    }

    private Connection counting(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
