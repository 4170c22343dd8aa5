package io.ledgerbank.command.user;

import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.CurrentCallers;
import io.ledgerbank.api.user.UserChange;
import io.ledgerbank.api.user.UserStatus;
import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.lane.BatchOrder;
import io.ledgerbank.command.lane.TouchedStreams;
import io.ledgerbank.command.securitylog.SecurityLog;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.crypto.SecretKey;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires users, their credentials and their tokens. */
@Configuration(proxyBeanMethods = false)
class UserConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;

    private static final int MOST_WAITING = 32;
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Bean
    ConfigurerModule userDecisions(PendingCredentials pending, Clock clock) {
        ChangingPolicy policy = new ChangingPolicy(pending);
        Appointments appointments = new Appointments(pending, clock);
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(User.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE)
                        .configureFilterEventsByType(axon -> true))
                .registerCommandHandler(
                        axon -> new RegisteringUsers(axon.repository(User.class), pending, policy, appointments, clock))
                .registerCommandHandler(axon -> new ChangingUsers(
                        axon.repository(User.class),
                        pending,
                        policy,
                        axon.getComponent(AccountsOfUsers.class),
                        appointments,
                        clock));
    }

    @Bean
    TouchedStreams<UserChange> userOfChange() {
        return new TouchedStreams<>(UserChange.class, change -> Stream.of(change.userId()));
    }

    @Bean
    Credentials credentials(JdbcClient jdbc, Clock clock) {
        return new JdbcCredentials(jdbc, clock);
    }

    /** Whoever asks what is known of users, asks it; within a batch it knows what is about to be so. */
    @Bean
    @Primary
    @Order(BatchOrder.CREDENTIALS)
    PendingCredentials pendingCredentials(Credentials credentials) {
        return new PendingCredentials(credentials);
    }

    @Bean
    LiveSessions liveSessions(JdbcClient jdbc, Clock clock) {
        return new JdbcLiveSessions(jdbc, clock);
    }

    @Bean
    UserList userList(JdbcClient jdbc) {
        return new UserList(jdbc);
    }

    @Bean
    UserAnswers userAnswers(EventStore events) {
        return new UserAnswers(events);
    }

    @Bean
    OwnPassword ownPassword(Credentials credentials, Guesses guesses, Passwords passwords, CommandGateway commands) {
        return new OwnPassword(credentials, guesses, passwords, commands);
    }

    @Bean
    RefreshTokens refreshTokens(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new JdbcRefreshTokens(jdbc, new TransactionTemplate(transactions), clock);
    }

    /** One processor is left to everybody else, where there is more than one. */
    @Bean
    Passwords passwords() {
        var argon2id = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
        int atOnce = Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
        return new Passwords(
                password -> Objects.requireNonNull(argon2id.encode(password)),
                argon2id::matches,
                new HashingGate(atOnce, MOST_WAITING, PATIENCE));
    }

    @Bean
    Registrations registrations(CommandGateway commands, Passwords passwords) {
        return new Registrations(commands, passwords);
    }

    @Bean
    RepeatableRegistrations repeatableRegistrations(
            Registrations registrations, Idempotency idempotency, UserAnswers answers, SecretKey secret) {
        return new RepeatableRegistrations(registrations, idempotency, answers, new PasswordMarks(secret));
    }

    @Bean
    AccessTokens accessTokens(SecretKey jwtKey, ObjectProvider<FormerJwtKeys> former, Clock clock) {
        FormerJwtKeys formerKeys = former.getIfAvailable(() -> new FormerJwtKeys(List.of()));
        return new AccessTokens(new JwtKeys(jwtKey, formerKeys.keys()), clock);
    }

    @Bean
    WatchedDoor watchedDoor(Sessions sessions, Credentials credentials, SecurityLog log) {
        return new WatchedDoor(sessions, credentials, log, "/api/auth/");
    }

    @Bean
    Guesses guesses(Passwords passwords, Clock clock) {
        return new Guesses(passwords, new LoginBackoff(clock));
    }

    @Bean
    Sessions sessions(
            Credentials credentials, Guesses guesses, AccessTokens accessTokens, RefreshTokens refreshTokens) {
        return new Sessions(credentials, guesses, accessTokens, refreshTokens);
    }

    @Bean
    CurrentCallers currentCallers(KnownUsers users) {
        return id -> users.find(id)
                .filter(user -> user.status() == UserStatus.ACTIVE)
                .map(user -> new Caller(user.id(), user.role()));
    }
}
