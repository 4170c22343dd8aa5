package io.ledgerbank.query.projection;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what all projections share. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** JPA's transactions would open and flush a session for every batch, and nothing here uses one. */
    @Bean
    ProjectionProcessors projectionProcessors(
            DataSource dataSource, Positions positions, Progress progress, JdbcOperations database) {
        return new ProjectionProcessors(
                positions,
                new TransactionTemplate(new JdbcTransactionManager(dataSource)),
                progress,
                Tables.live(database));
    }

    @Bean
    Positions positions(JdbcClient jdbc) {
        return new Positions(jdbc);
    }

    @Bean
    Progress progress(Positions positions) {
        return new Progress(positions);
    }
}
