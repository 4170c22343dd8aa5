package io.ledgerbank.query.projection;

import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Wires what all projections share. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** After a crash another process takes over this late. Safe: a processor that lost its claim cannot commit. */
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(5);

    /** The token store is no bean of its own, so that other houses keep theirs. */
    @Bean
    ProjectionProcessors projectionProcessors(DataSource dataSource, Serializer serializer) {
        return new ProjectionProcessors(JdbcTokenStore.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .schema(StoredToken.SCHEMA)
                .serializer(serializer)
                .claimTimeout(CLAIM_TIMEOUT)
                .build());
    }

    @Bean
    StoredToken storedToken(Serializer serializer) {
        return new StoredToken(serializer);
    }
}
