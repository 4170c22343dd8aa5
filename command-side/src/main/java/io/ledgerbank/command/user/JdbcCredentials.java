package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.eventlog.LostRace;
import io.ledgerbank.command.user.CredentialChange.Added;
import io.ledgerbank.command.user.CredentialChange.Appointed;
import io.ledgerbank.command.user.CredentialChange.Changed;
import io.ledgerbank.command.user.CredentialChange.LoginsEnded;
import io.ledgerbank.command.user.CredentialChange.PasswordSet;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps credentials in {@code identity.user_credential}. */
class JdbcCredentials implements Credentials {

    private static final String SELECT =
            "SELECT " + UserColumns.ALL + ", password_hash, password_suits FROM identity.user_credential";

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcCredentials(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void write(CredentialChange change) {
        switch (change) {
            case Added added -> add(added.credential());
            case Changed changed -> change(changed);
            case PasswordSet set -> setPassword(set);
            case Appointed appointed -> appoint(appointed);
            case LoginsEnded ended -> endLogins(ended.userId());
        }
    }

    /** A taken address is no error to the database, so that it spoils nobody else's part of the transaction. */
    private void add(Credential credential) {
        UserDetails user = credential.user();
        int added = jdbc.sql("INSERT INTO identity.user_credential (" + UserColumns.ALL
                        + ", password_hash, password_suits)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (email) DO NOTHING")
                .params(
                        user.id().value(),
                        user.email(),
                        user.fullName(),
                        user.role().name(),
                        user.status().name(),
                        Timestamp.from(user.createdAt()),
                        credential.passwordHash(),
                        credential.suits().name())
                .update();
        if (added == 0) {
            throw new LostRace("An e-mail address was taken elsewhere meanwhile");
        }
    }

    /** Of a deleted user no more is left than that there was one. */
    private void change(Changed changed) {
        UserDetails user = changed.user();
        boolean deleted = user.status() == UserStatus.DELETED;
        jdbc.sql("UPDATE identity.user_credential SET email = ?, full_name = ?, role = ?, status = ?,"
                        + " password_hash = CASE WHEN ? THEN 'erased' ELSE password_hash END WHERE user_id = ?")
                .params(
                        deleted ? UserColumns.erasedAddress(user.id()) : user.email(),
                        user.fullName(),
                        user.role().name(),
                        user.status().name(),
                        deleted,
                        user.id().value())
                .update();
        if (changed.endsLogins()) {
            endLogins(user.id());
        }
    }

    private void setPassword(PasswordSet set) {
        jdbc.sql("UPDATE identity.user_credential SET password_hash = ?, password_suits = ? WHERE user_id = ?")
                .params(set.passwordHash(), set.suits().name(), set.userId().value())
                .update();
        endLogins(set.userId());
    }

    private void appoint(Appointed appointed) {
        Appointment appointment = appointed.appointment();
        jdbc.sql(
                        "UPDATE identity.user_credential SET appointed_by = :by::uuid, appointed_at = :at WHERE user_id = :user")
                .param("by", appointment.by().map(Object::toString).orElse(null))
                .param("at", Timestamp.from(appointment.at()))
                .param("user", appointed.userId().value())
                .update();
    }

    private void endLogins(UserId user) {
        jdbc.sql("UPDATE identity.refresh_token SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL")
                .params(Timestamp.from(clock.instant()), user.value())
                .update();
    }

    @Override
    public Optional<Credential> findByEmail(String email) {
        return find(" WHERE email = ?", email);
    }

    @Override
    public Optional<Credential> credentialOf(UserId id) {
        return find(" WHERE user_id = ?", id.value());
    }

    private Optional<Credential> find(String condition, Object value) {
        return jdbc.sql(SELECT + condition)
                .param(value)
                .query((row, number) -> new Credential(
                        UserColumns.read(row),
                        row.getString("password_hash"),
                        Role.valueOf(row.getString("password_suits"))))
                .optional();
    }

    @Override
    public Optional<Appointment> appointmentOf(UserId id) {
        return jdbc.sql("SELECT appointed_by, coalesce(appointed_at, created_at) AS since"
                        + " FROM identity.user_credential WHERE user_id = ?")
                .param(id.value())
                .query((row, number) -> new Appointment(
                        Optional.ofNullable(row.getObject("appointed_by", UUID.class))
                                .map(UserId::new),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .optional();
    }

    @Override
    public boolean thereIsAnAdministrator() {
        return jdbc.sql("SELECT EXISTS (SELECT FROM identity.user_credential"
                        + " WHERE role = 'ADMIN' AND status <> 'DELETED')")
                .query(Boolean.class)
                .single();
    }
}
