package io.ledgerbank.query.projection;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where a projection's rows are: in the tables of the read model that its statements name, or in others of the same shape,
 * under those names with a prefix. Thread-safe.
 */
public final class Tables implements JdbcClient {

    private static final String SCHEMA = "readmodel.";

    private final JdbcOperations database;
    private final JdbcClient jdbc;
    private final String prefix;

    private Tables(JdbcOperations database, String prefix) {
        this.database = database;
        this.jdbc = JdbcClient.create(database);
        this.prefix = prefix;
    }

    /** Those that are read. */
    public static Tables live(JdbcOperations database) {
        return new Tables(database, "");
    }

    /** @param first what the names of the tables begin with */
    public Tables called(String first) {
        return new Tables(database, first);
    }

    @Override
    public StatementSpec sql(String sql) {
        return jdbc.sql(named(sql));
    }

    /** @param sql a {@code COPY … FROM STDIN} */
    void copy(String sql, ByteBuffer data) {
        database.execute((ConnectionCallback<Long>) connection -> send(connection, named(sql), data));
    }

    private String named(String sql) {
        return prefix.isEmpty() ? sql : sql.replace(SCHEMA, SCHEMA + prefix);
    }

    private static long send(Connection connection, String sql, ByteBuffer data) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
        try {
            copy.writeToCopy(data.array(), data.position(), data.remaining());
            return copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }
}
