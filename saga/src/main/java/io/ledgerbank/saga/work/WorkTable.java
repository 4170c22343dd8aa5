package io.ledgerbank.saga.work;

import io.ledgerbank.api.payment.Priority;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.JdbcException;

/**
 * Puts items into db-scheduler's table and takes them out, in the caller's transaction. Its own client looks before it
 * inserts and trips over what others did meanwhile, which would end a transaction of PostgreSQL.
 */
final class WorkTable {

    private final DataSource dataSource;
    private final WorkItemSerializer serializer;
    private final String queue;
    private final String insert;
    private final String delete;

    WorkTable(DataSource dataSource, WorkItemSerializer serializer, String queue, String table) {
        this.dataSource = dataSource;
        this.serializer = serializer;
        this.queue = queue;
        this.insert = "INSERT INTO " + table
                + " (task_name, task_instance, task_data, execution_time, priority, picked, version)"
                + " VALUES (?, ?, ?, ?, ?, false, 1) ON CONFLICT DO NOTHING";
        this.delete = "DELETE FROM " + table + " WHERE task_name = ? AND task_instance = ? AND NOT picked";
    }

    void add(WorkItem item, Instant due, Priority priority) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, queue);
            statement.setString(2, item.id());
            statement.setBytes(3, serializer.serialize(item));
            statement.setObject(4, due.atOffset(ZoneOffset.UTC));
            statement.setInt(5, rank(priority));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new JdbcException("Could not enqueue " + item.id(), e);
        }
    }

    void removeUnlessRunning(String itemId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(delete)) {
            statement.setString(1, queue);
            statement.setString(2, itemId);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new JdbcException("Could not withdraw " + itemId, e);
        }
    }

    private static int rank(Priority priority) {
        return switch (priority) {
            case NORMAL -> com.github.kagkarlsson.scheduler.task.Priority.MEDIUM;
            case CRITICAL -> com.github.kagkarlsson.scheduler.task.Priority.HIGH;
        };
    }
}
