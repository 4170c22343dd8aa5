package io.ledgerbank.command.personal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The keys that are kept, and who has none any more. Always on a connection of its own: a key has to be there before an event
 * that is sealed with it, and that event's connection may be in the middle of writing. Thread-safe.
 */
final class PersonKeyTable {

    /** A person's key, or that it was erased. */
    record Kept(Optional<PersonKey> key) {}

    private static final String FIND = "SELECT key FROM eventlog.person_key WHERE person = ?";
    private static final String ADD =
            "INSERT INTO eventlog.person_key (person, key) VALUES (?, ?) ON CONFLICT (person) DO NOTHING";
    private static final String ERASE = """
            INSERT INTO eventlog.person_key AS kept (person, key, erased_at) VALUES (?, NULL, now())
            ON CONFLICT (person) DO UPDATE SET key = NULL, erased_at = now(), fingerprint = sha256(kept.key)
            WHERE kept.key IS NOT NULL""";

    private static final String FINGERPRINT =
            "SELECT encode(fingerprint, 'hex') FROM eventlog.person_key WHERE person = ?";
    private static final String CERTIFY = "UPDATE eventlog.person_key SET certified_at = now() WHERE person = ?";

    /** Much longer than any node goes without looking. */
    private static final String ERASED_LATELY =
            "SELECT person FROM eventlog.person_key WHERE erased_at >= now() - interval '1 hour'";

    private static final String OWNER =
            "SELECT payload ->> 'ownerId' FROM eventlog.event WHERE stream_id = ? AND sequence = 0";

    private final DataSource database;

    PersonKeyTable(DataSource database) {
        this.database = database;
    }

    /** Nothing for somebody who never had one. */
    Optional<Kept> find(UUID person) {
        return query(FIND, row -> new Kept(Optional.ofNullable(key(row))), person).stream()
                .findFirst();
    }

    /** Does nothing when the person has a key or had one. */
    void add(UUID person, PersonKey key) {
        update(ADD, person, key.bytes());
    }

    /** For good: there will be no other. */
    void erase(UUID person) {
        update(ERASE, person);
    }

    Optional<String> fingerprint(UUID person) {
        return query(FINGERPRINT, row -> Optional.ofNullable(row.getString(1)), person).stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    void certify(UUID person) {
        update(CERTIFY, person);
    }

    List<UUID> erasedLately() {
        return query(ERASED_LATELY, row -> row.getObject(1, UUID.class));
    }

    /** Who has opened the account. */
    Optional<UUID> ownerOf(UUID account) {
        return query(OWNER, row -> row.getString(1), account.toString()).stream()
                .findFirst()
                .map(UUID::fromString);
    }

    private static @Nullable PersonKey key(ResultSet row) throws SQLException {
        byte[] bytes = row.getBytes(1);
        return bytes == null ? null : new PersonKey(bytes);
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> query(String sql, Row<T> reading, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reading.of(rows));
            }
            return read;
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of persons cannot be read", e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, values)) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The keys of persons cannot be written", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
