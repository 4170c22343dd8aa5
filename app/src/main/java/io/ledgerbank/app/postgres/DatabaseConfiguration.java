package io.ledgerbank.app.postgres;

import io.ledgerbank.app.startup.ConditionalOnEmbeddedDatabase;
import io.ledgerbank.app.startup.ConditionalOnExternalDatabase;
import io.ledgerbank.app.startup.DataFolder;
import io.ledgerbank.app.startup.DataLocation;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;

/** Chooses the database, and lets the connection pool exist only after the migrations. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean
    JdbcConnectionDetails migratedDatabase(Database database) {
        return MigratedDatabase.migrate(database);
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnEmbeddedDatabase
    static class Embedded {

        /** Closed after the pool and everything that uses it, because those depend on it. */
        @Bean
        EmbeddedPostgres embeddedPostgres(DataFolder folder, @Value("${ledgerbank.postgres.port:0}") int port) {
            return EmbeddedPostgres.start(folder, port);
        }

        /** Closed before the server is, which it would otherwise start again. */
        @Bean
        Supervision supervision(EmbeddedPostgres server) {
            return Supervision.of(server);
        }

        @Bean
        HealthIndicator embeddedPostgresHealthIndicator(Supervision supervision) {
            return () -> (supervision.isDead() ? Health.down() : Health.up())
                    .withDetail("restarts", supervision.restarts())
                    .build();
        }

        @Bean
        MeterBinder embeddedPostgresMetrics(Supervision supervision) {
            return registry -> FunctionCounter.builder(
                            "ledgerbank.postgres.restarts", supervision, Supervision::restarts)
                    .description("How often the embedded PostgreSQL died and was started again")
                    .register(registry);
        }

        @Bean
        Database database(EmbeddedPostgres server) {
            return server.database();
        }

        @Bean
        DataLocation dataLocation(DataFolder folder, EmbeddedPostgres server) {
            return new DataLocation(folder.root() + " (embedded PostgreSQL on 127.0.0.1:" + server.port() + ")");
        }
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExternalDatabase
    static class External {

        /** A start that lacks a key is refused before anything is migrated. */
        @Bean
        @DependsOn({"jwtKey", "signingKeys"})
        Database database(
                @Value("${spring.datasource.url}") String url,
                @Value("${spring.datasource.username:#{null}}") @Nullable String user,
                @Value("${spring.datasource.password:#{null}}") @Nullable String password,
                @Value("${spring.flyway.user:}") String owner,
                @Value("${spring.flyway.password:}") String ownerPassword) {
            return ExternalDatabase.reach(
                    url,
                    new DatabaseLogin(user, password),
                    owner.isBlank() ? null : new DatabaseLogin(owner, ownerPassword));
        }

        @Bean
        DataLocation dataLocation(Environment environment) {
            return new DataLocation("PostgreSQL at "
                    + ExternalDatabase.describe(environment.getRequiredProperty("spring.datasource.url")));
        }
    }
}
