package io.ledgerbank.command.eventlog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.axonframework.common.jdbc.ConnectionProvider;

/** Keeps claims in {@code eventlog.claim}, through the connection of the running transaction. */
final class JdbcClaims implements Claims {

    private static final String CLAIM =
            "INSERT INTO eventlog.claim (kind, key, holder) VALUES (?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String HOLDER = "SELECT holder FROM eventlog.claim WHERE kind = ? AND key = ?";

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

    @Override
    public Optional<String> holderOf(ClaimKind kind, String key) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(HOLDER)) {
            statement.setString(1, kind.code());
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not look up a key of kind " + kind, e);
        }
    }
}
