package io.ledgerbank.command.user;

import io.ledgerbank.command.idempotency.Idempotency;
import io.ledgerbank.command.lane.BatchOrder;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import javax.crypto.SecretKey;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.common.lock.NullLockFactory;
import org.axonframework.config.AggregateConfigurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
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
    ConfigurerModule userDecisions(NewCredentials credentials, Clock clock) {
        return configurer -> configurer
                .configureAggregate(AggregateConfigurer.defaultConfiguration(User.class)
                        .configureLockFactory(axon -> NullLockFactory.INSTANCE))
                .registerCommandHandler(axon -> new RegisteringUsers(axon.repository(User.class), credentials, clock));
    }

    @Bean
    Credentials credentials(JdbcClient jdbc) {
        return new JdbcCredentials(jdbc);
    }

    @Bean
    @Order(BatchOrder.CREDENTIALS)
    NewCredentials newCredentials(Credentials credentials) {
        return new NewCredentials(credentials);
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
            Registrations registrations, Idempotency idempotency, EventStore events, SecretKey secret) {
        return new RepeatableRegistrations(
                registrations, idempotency, new UserAnswers(events), new PasswordMarks(secret));
    }

    @Bean
    AccessTokens accessTokens(SecretKey jwtKey, Clock clock) {
        return new AccessTokens(jwtKey, clock);
    }

    @Bean
    Sessions sessions(
            Credentials credentials, Passwords passwords, AccessTokens accessTokens, RefreshTokens refreshTokens) {
        return new Sessions(credentials, passwords, accessTokens, refreshTokens);
    }
}
