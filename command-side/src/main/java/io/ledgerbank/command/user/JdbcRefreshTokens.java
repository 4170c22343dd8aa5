package io.ledgerbank.command.user;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.id.Uuids;
import io.ledgerbank.command.user.RefreshTokens.Rotation.Refused;
import io.ledgerbank.command.user.RefreshTokens.Rotation.Rotated;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps refresh tokens in {@code identity.refresh_token}. Whatever spends or ends tokens first locks their user's credential:
 * a token that is being made is invisible to an update, so ending a family must wait until its rotation has committed.
 */
class JdbcRefreshTokens implements RefreshTokens {

    private record Login(UUID family, UserId user, Instant begunAt) {}

    private record Spent(UUID family, UserId user, boolean expired) {}

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    JdbcRefreshTokens(JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The credential is locked against change, so that no login of an old password outlives a new one. */
    @Override
    public Optional<Begun> begin(Credential checked) {
        UserId user = checked.user().id();
        return Objects.requireNonNull(transactions.execute(transaction -> {
            boolean unchanged = jdbc.sql("SELECT user_id FROM identity.user_credential"
                            + " WHERE user_id = ? AND password_hash = ? AND status = 'ACTIVE' FOR SHARE")
                    .params(user.value(), checked.passwordHash())
                    .query(UUID.class)
                    .optional()
                    .isPresent();
            if (!unchanged) {
                return Optional.<Begun>empty();
            }
            purge(user);
            Login login = new Login(Uuids.next(), user, clock.instant());
            return Optional.of(new Begun(new SessionId(login.family()), add(login)));
        }));
    }

    @Override
    public Rotation rotate(RefreshToken token) {
        return Objects.requireNonNull(transactions.execute(transaction -> {
            lockUserOf(token);
            return spend(token).<Rotation>map(this::rotated).orElseGet(() -> refused(token));
        }));
    }

    @Override
    public void end(UserId user, RefreshToken token) {
        transactions.executeWithoutResult(transaction -> {
            lock(user);
            revoke(familyOf(user, token));
        });
    }

    @Override
    public void endAll(UserId user) {
        transactions.executeWithoutResult(transaction -> {
            lock(user);
            jdbc.sql("UPDATE identity.refresh_token SET revoked_at = ? WHERE user_id = ? AND revoked_at IS NULL")
                    .params(now(), user.value())
                    .update();
        });
    }

    private Rotated rotated(Login login) {
        purge(login.user());
        return new Rotated(login.user(), new SessionId(login.family()), add(login), lifetimeOf(login));
    }

    private void purge(UserId user) {
        jdbc.sql("DELETE FROM identity.refresh_token WHERE user_id = ? AND expires_at < ?")
                .params(user.value(), now())
                .update();
    }

    private void lock(UserId user) {
        jdbc.sql("SELECT user_id FROM identity.user_credential WHERE user_id = ? FOR UPDATE")
                .param(user.value())
                .query(UUID.class)
                .optional();
    }

    private void lockUserOf(RefreshToken token) {
        jdbc.sql("SELECT user_id FROM identity.refresh_token WHERE token_hash = ?")
                .param(token.hash())
                .query(UUID.class)
                .optional()
                .map(UserId::new)
                .ifPresent(this::lock);
    }

    private UUID familyOf(UserId user, RefreshToken token) {
        return jdbc.sql("SELECT family_id FROM identity.refresh_token WHERE token_hash = ? AND user_id = ?")
                .params(token.hash(), user.value())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> new RejectedException(Reason.TOKEN_NOT_FOUND, Reason.TOKEN_NOT_FOUND.description()));
    }

    /** Whoever comes second waits for the user, then finds the token spent. */
    private Optional<Login> spend(RefreshToken token) {
        return jdbc.sql("UPDATE identity.refresh_token SET spent_at = :now WHERE token_hash = :hash"
                        + " AND spent_at IS NULL AND revoked_at IS NULL AND expires_at > :now"
                        + " RETURNING family_id, user_id, begun_at")
                .param("now", now())
                .param("hash", token.hash())
                .query(JdbcRefreshTokens::login)
                .optional();
    }

    /** A token that comes back after it was spent may be in two hands, so nobody may go on with what it became. */
    private Refused refused(RefreshToken token) {
        Optional<Spent> known = jdbc.sql(
                        "SELECT family_id, user_id, expires_at <= :now AS expired FROM identity.refresh_token WHERE token_hash = :hash")
                .param("now", now())
                .param("hash", token.hash())
                .query((row, number) -> new Spent(
                        row.getObject("family_id", UUID.class),
                        new UserId(row.getObject("user_id", UUID.class)),
                        row.getBoolean("expired")))
                .optional();
        if (known.isEmpty()) {
            return new Refused(Reason.INVALID_REFRESH_TOKEN_FORMAT, Optional.empty());
        }
        if (known.get().expired()) {
            return new Refused(Reason.TOKEN_EXPIRED, Optional.empty());
        }
        revoke(known.get().family());
        return new Refused(Reason.TOKEN_REVOKED, Optional.of(known.get().user()));
    }

    private RefreshToken add(Login login) {
        RefreshToken token = RefreshToken.next();
        Instant now = clock.instant();
        jdbc.sql("INSERT INTO identity.refresh_token (token_hash, family_id, user_id, issued_at, expires_at, begun_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        token.hash(),
                        login.family(),
                        login.user().value(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(lifetimeOf(login))),
                        Timestamp.from(login.begunAt()))
                .update();
        return token;
    }

    /** Of the next token: shorter when the login comes of age before. */
    private Duration lifetimeOf(Login login) {
        Duration left = Duration.between(clock.instant(), login.begunAt().plus(LONGEST_LOGIN));
        return left.compareTo(LIFETIME) < 0 ? left : LIFETIME;
    }

    private void revoke(UUID family) {
        jdbc.sql("UPDATE identity.refresh_token SET revoked_at = ? WHERE family_id = ? AND revoked_at IS NULL")
                .params(now(), family)
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Login login(ResultSet row, int number) throws SQLException {
        return new Login(
                row.getObject("family_id", UUID.class),
                new UserId(row.getObject("user_id", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant());
    }
}
