package io.ledgerbank.query.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;

/**
 * Transactions of projections, whose commits do not wait for the disk. Rows and position are written together: what a crash
 * of the database takes back is projected again from the log, whose own commits do wait.
 */
final class ProjectionTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1L;

    ProjectionTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET LOCAL synchronous_commit TO off");
        }
    }
}
