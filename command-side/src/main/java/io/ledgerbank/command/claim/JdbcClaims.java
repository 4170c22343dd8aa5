package io.ledgerbank.command.claim;

import io.ledgerbank.command.eventlog.EventLogException;
import io.ledgerbank.command.eventlog.LostRace;
import io.ledgerbank.command.lane.BatchOpening;
import io.ledgerbank.command.lane.WithBatch;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/**
 * Keeps claims in {@code eventlog.claim}. A command of a batch only looks whether its key is free; the batch makes all its
 * claims with one statement, so that a command which is refused after all leaves none behind.
 */
public final class JdbcClaims implements Claims, BatchOpening {

    /** One that a command of the running batch was granted. */
    private record Claim(ClaimKind kind, String key, String holder) {

        boolean isOn(ClaimKind otherKind, String otherKey) {
            return kind == otherKind && key.equals(otherKey);
        }
    }

    private static final String BATCH = JdbcClaims.class.getName();
    private static final String FIND = "SELECT holder FROM eventlog.claim WHERE kind = ? AND key = ?";

    /** In the order of keys, so that two nodes with the same ones do not wait for each other. */
    private static final String MAKE = """
            INSERT INTO eventlog.claim (kind, key, holder)
            SELECT kind, key, holder FROM unnest(?, ?, ?) AS claimed (kind, key, holder) ORDER BY kind, key
            ON CONFLICT DO NOTHING""";

    private final ConnectionProvider connections;

    public JdbcClaims(ConnectionProvider connections) {
        this.connections = connections;
    }

    @Override
    public void open(UnitOfWork<?> root, List<? extends CommandMessage<?>> commands) {
        batch(root);
    }

    @Override
    public ClaimResult claim(ClaimKind kind, String key, Object holder) {
        if (holderOf(kind, key).isPresent()) {
            return ClaimResult.TAKEN;
        }
        UnitOfWork<?> unit = CurrentUnitOfWork.get();
        batch(unit).add(unit, new Claim(kind, key, holder.toString()));
        return ClaimResult.GRANTED;
    }

    private WithBatch<Claim> batch(UnitOfWork<?> unit) {
        return WithBatch.of(unit, BATCH, this::makeAll);
    }

    private void makeAll(List<Claim> claims) {
        if (make(claims) < claims.size()) {
            throw new LostRace("A claim was made elsewhere meanwhile");
        }
    }

    @Override
    public Optional<String> holderOf(ClaimKind kind, String key) {
        return holderInBatch(kind, key).or(() -> holderInTable(kind, key));
    }

    private Optional<String> holderInBatch(ClaimKind kind, String key) {
        return batch(CurrentUnitOfWork.get()).shares().stream()
                .filter(claim -> claim.isOn(kind, key))
                .map(Claim::holder)
                .findFirst();
    }

    private Optional<String> holderInTable(ClaimKind kind, String key) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(FIND)) {
            statement.setString(1, kind.code());
            statement.setString(2, key);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new EventLogException("Could not look up a key of kind " + kind, e);
        }
    }

    private int make(List<Claim> claims) {
        try (Connection connection = connections.getConnection();
                PreparedStatement statement = connection.prepareStatement(MAKE)) {
            statement.setArray(
                    1, texts(connection, claims, claim -> claim.kind().code()));
            statement.setArray(2, texts(connection, claims, Claim::key));
            statement.setArray(3, texts(connection, claims, Claim::holder));
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new EventLogException("Could not make claims", e);
        }
    }

    private static Array texts(Connection connection, List<Claim> claims, Function<Claim, String> text)
            throws SQLException {
        return connection.createArrayOf("text", claims.stream().map(text).toArray());
    }
}
