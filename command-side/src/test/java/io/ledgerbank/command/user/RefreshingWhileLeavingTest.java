package io.ledgerbank.command.user;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.user.RefreshTokens.Rotation;
import io.ledgerbank.command.user.RefreshTokens.Rotation.Rotated;
import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A token that is being rotated while its user leaves is left behind by nobody. */
@Timeout(60)
class RefreshingWhileLeavingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    /** A way to end what a token may become; whoever ends it knows the token of the login. */
    private interface Ending {
        void end(RefreshTokens tokens, UserId user, RefreshToken token);
    }

    private static final TestDatabase DATABASE = TestPostgres.freshDatabase("identity");

    private final UserId user = UserId.next();
    private final DataSource source = DATABASE.dataSource();
    private final JdbcClient jdbc = JdbcClient.create(source);
    private final TransactionTemplate transactions = new TransactionTemplate(new JdbcTransactionManager(source));
    private final RefreshTokens tokens = new JdbcRefreshTokens(jdbc, transactions, Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void there_is_a_user() {
        new JdbcCredentials(jdbc, Clock.fixed(NOW, ZoneOffset.UTC)).write(new CredentialChange.Added(credential()));
    }

    static Stream<Ending> endings() {
        return Stream.of(
                (tokens, user, token) -> tokens.end(user, token),
                (tokens, user, token) -> tokens.endAll(user),
                (tokens, user, token) -> tokens.rotate(token));
    }

    @ParameterizedTest(name = "way {index} of logout, logout everywhere, reuse")
    @MethodSource("endings")
    void an_end_waits_for_the_rotation_under_way_and_ends_what_came_of_it(Ending ending) throws Exception {
        RefreshToken token = begin();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> ended = transactions.execute(rotation -> {
                assertThat(tokens.rotate(token)).isInstanceOf(Rotated.class);
                Future<?> ends = other.submit(() -> ending.end(tokens, user, token));
                awaitSomebodyWaiting();
                return ends;
            });
            assertThat(ended).isNotNull();
            ended.get(30, TimeUnit.SECONDS);
        }

        assertThat(liveTokens()).isZero();
    }

    @RepeatedTest(10)
    void nobody_stays_in_by_refreshing_fast() throws Exception {
        RefreshToken first = begin();
        var started = new CountDownLatch(3);
        var over = new AtomicBoolean();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> refreshing = other.submit(() -> {
                Rotation rotation = tokens.rotate(first);
                while (!over.get() && rotation instanceof Rotated rotated) {
                    started.countDown();
                    rotation = tokens.rotate(rotated.next());
                }
            });
            try {
                assertThat(started.await(30, TimeUnit.SECONDS)).isTrue();
                tokens.endAll(user);

                assertThat(liveTokens()).isZero();
                refreshing.get(30, TimeUnit.SECONDS);
            } finally {
                over.set(true); // Who was not thrown out has to be stopped, or the test would not end.
            }
        }
        assertThat(liveTokens()).isZero();
    }

    private RefreshToken begin() {
        return tokens.begin(credential()).orElseThrow().token();
    }

    private Credential credential() {
        var details = new UserDetails(user, user + "@example.com", "Alice", Role.USER, UserStatus.ACTIVE, NOW);
        return new Credential(details, "hash", Role.USER);
    }

    private void awaitSomebodyWaiting() {
        JdbcClient observer = JdbcClient.create(DATABASE.dataSource());
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!observer.sql("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND pid IN"
                        + " (SELECT pid FROM pg_stat_activity WHERE datname = current_database()))")
                .query(Boolean.class)
                .single()) {
            assertThat(System.nanoTime()).as("waited in vain for a lock").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private long liveTokens() {
        return JdbcClient.create(DATABASE.dataSource())
                .sql("SELECT count(*) FROM identity.refresh_token"
                        + " WHERE user_id = ? AND spent_at IS NULL AND revoked_at IS NULL")
                .param(user.value())
                .query(Long.class)
                .single();
    }
}
