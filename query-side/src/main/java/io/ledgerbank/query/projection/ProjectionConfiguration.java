package io.ledgerbank.query.projection;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Wires what all projections share. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** After a crash another process takes over this late. Safe: a processor that lost its claim cannot commit. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    /** The token store is no bean of its own, so that other houses keep theirs. */
    @Bean
    ProjectionProcessors projectionProcessors(DataSource dataSource, Serializer serializer) {
        JdbcTokenStore tokens = JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .schema(StoredToken.SCHEMA)
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                .build();
        // JPA's would open and flush a session for every batch, and nothing here uses one.
        return new ProjectionProcessors(tokens, new SpringTransactionManager(new JdbcTransactionManager(dataSource)));
    }

    @Bean
    StoredToken storedToken(Serializer serializer) {
        return new StoredToken(serializer);
    }
}
