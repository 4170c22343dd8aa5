package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.eventlog.LostRace;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps credentials in {@code identity.user_credential}. */
class JdbcCredentials implements Credentials {

    private static final String COLUMNS = "user_id, email, password_hash, role, status, full_name, created_at";

    private final JdbcClient jdbc;

    JdbcCredentials(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A taken address is no error to the database, so that it spoils nobody else's part of the transaction. */
    @Override
    public void add(Credential credential) {
        UserDetails user = credential.user();
        int added = jdbc.sql("INSERT INTO identity.user_credential (" + COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING")
                .params(
                        user.id().value(),
                        user.email(),
                        credential.passwordHash(),
                        user.role().name(),
                        user.status().name(),
                        user.fullName(),
                        Timestamp.from(user.createdAt()))
                .update();
        if (added == 0) {
            throw new LostRace("An e-mail address was taken elsewhere meanwhile");
        }
    }

    @Override
    public Optional<Credential> findByEmail(String email) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.user_credential WHERE email = ?")
                .param(email)
                .query(JdbcCredentials::read)
                .optional();
    }

    @Override
    public Optional<UserDetails> find(UserId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM identity.user_credential WHERE user_id = ?")
                .param(id.value())
                .query(JdbcCredentials::read)
                .optional()
                .map(Credential::user);
    }

    @Override
    public boolean thereAreAny() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity.user_credential)")
                .query(Boolean.class)
                .single();
    }

    private static Credential read(ResultSet row, int number) throws SQLException {
        var user = new UserDetails(
                new UserId(row.getObject("user_id", UUID.class)),
                row.getString("email"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                UserStatus.valueOf(row.getString("status")),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
        return new Credential(user, row.getString("password_hash"));
    }
}
