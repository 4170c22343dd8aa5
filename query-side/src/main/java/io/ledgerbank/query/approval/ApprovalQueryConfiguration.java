package io.ledgerbank.query.approval;

import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Feeds the projection of approvals and wires the answers about them. */
@Configuration(proxyBeanMethods = false)
class ApprovalQueryConfiguration {

    @Bean
    ConfigurerModule approvalProjection(ProjectionProcessors processors) {
        return processors.feed(ProjectionName.APPROVALS, ApprovalProjection::new);
    }

    @Bean
    ApprovalQueries approvalQueries(ApprovalRows approvals, EntityManager entities, Clock clock) {
        return new ApprovalQueries(approvals, entities, clock);
    }
}
