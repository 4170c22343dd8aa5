package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.axonframework.common.jdbc.ConnectionProvider;

/** Keeps claims in {@code eventlog.claim}, through the connection of the running transaction. */
final class JdbcClaims implements Claims {

    private static final String CLAIM =
            "INSERT INTO eventlog.claim (kind, key, holder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";

    private final ConnectionProvider connections;

    JdbcClaims(ConnectionProvider connections) {
        this.connections = connections;
    }

    @Override
    public ClaimResult claim(ClaimKind kind, String key, Object holder) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setString(1, kind.code());
            statement.setString(2, key);
            statement.setString(3, holder.toString());
            return statement.executeUpdate() == 1 ? ClaimResult.GRANTED : ClaimResult.TAKEN;
        } catch (SQLException e) {
            throw new EventLogException("Could not claim a key of kind " + kind, e);
        }
    }
}
