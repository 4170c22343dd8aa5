package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.testing.MovableClock;
import io.ledgerbank.command.user.RefreshTokens.Rotation;
import io.ledgerbank.command.user.RefreshTokens.Rotation.Refused;
import io.ledgerbank.command.user.RefreshTokens.Rotation.Rotated;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long a login lives that is refreshed all the time, and what it leaves behind. */
class AgeOfLoginsTest {

    private static final TestDatabase DATABASE = TestPostgres.freshDatabase("identity");

    private final UserId user = UserId.next();
    private final DataSource source = DATABASE.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final MovableClock clock = new MovableClock();
    private final RefreshTokens tokens =
            new JdbcRefreshTokens(jdbc, new TransactionTemplate(new JdbcTransactionManager(source)), clock);

    @Test
    void a_login_ends_after_thirty_days_however_often_it_was_refreshed() {
        RefreshToken token = begin();
        Instant begun = clock.instant();
        for (int day = 1; day < 30; day++) {
            clock.set(begun.plus(Duration.ofDays(day)));
            Rotated rotated = (Rotated) tokens.rotate(token);
            assertThat(rotated.lifetime()).isEqualTo(Duration.ofDays(Math.min(7, 30 - day)));
            token = rotated.next();
        }

        clock.set(begun.plus(Duration.ofDays(30)));

        Rotation last = tokens.rotate(token);
        assertThat(last).isInstanceOf(Refused.class);
        assertThat(((Refused) last).reason()).isEqualTo(Reason.TOKEN_EXPIRED);
    }

    @Test
    void tokens_that_have_expired_are_left_to_nobody() {
        RefreshToken token = begin();
        Instant begun = clock.instant();
        for (int day = 1; day < 25; day++) {
            clock.set(begun.plus(Duration.ofDays(day)));
            token = ((Rotated) tokens.rotate(token)).next();
        }

        assertThat(jdbc.sql("SELECT count(*) FROM identity.refresh_token WHERE user_id = ?")
                        .param(user.value())
                        .query(Long.class)
                        .single())
                .isLessThanOrEqualTo(9);
    }

    private RefreshToken begin() {
        var details =
                new UserDetails(user, user + "@example.com", "Alice", Role.USER, UserStatus.ACTIVE, clock.instant());
        Credential alice = new Credential(details, "hash", Role.USER);
        new JdbcCredentials(jdbc, clock).write(new CredentialChange.Added(alice));
        return tokens.begin(alice).orElseThrow().token();
    }
}
