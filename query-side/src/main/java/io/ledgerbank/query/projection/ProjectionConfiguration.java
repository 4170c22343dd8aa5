package io.ledgerbank.query.projection;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Wires what all projections share. */
@Configuration(proxyBeanMethods = false)
class ProjectionConfiguration {

    /** JPA's transactions would open and flush a session for every batch, and nothing here uses one. */
    @Bean
    ProjectionProcessors projectionProcessors(
            DataSource dataSource,
            Positions positions,
            ParkedEvents parked,
            Progress progress,
            JdbcOperations database) {
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        TransactionTemplate savepoints = new TransactionTemplate(manager);
        savepoints.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        return new ProjectionProcessors(
                positions, parked, new TransactionTemplate(manager), savepoints, progress, Tables.live(database));
    }

    @Bean
    ParkedEvents parkedEvents(JdbcClient jdbc) {
        return new ParkedEvents(jdbc);
    }

    @Bean
    Positions positions(JdbcClient jdbc) {
        return new Positions(jdbc);
    }

    @Bean
    Progress progress(Positions positions, ParkedEvents parked) {
        return new Progress(positions, parked);
    }
}
