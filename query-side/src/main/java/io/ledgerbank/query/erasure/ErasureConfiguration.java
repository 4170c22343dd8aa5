package io.ledgerbank.query.erasure;

import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.ProjectionProcessors;
import org.axonframework.config.ConfigurerModule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires how people are erased from the read models. */
@Configuration(proxyBeanMethods = false)
class ErasureConfiguration {

    @Bean
    Erasing erasing(JdbcClient jdbc) {
        return new Erasing(jdbc);
    }

    @Bean
    ConfigurerModule erasures(ProjectionProcessors processors, Erasing erasing) {
        return processors.feed(ProjectionName.ERASURES, tables -> new ErasureProjection(tables, erasing));
    }

    @Bean
    ErasingSchedule erasingSchedule(Erasing erasing) {
        return new ErasingSchedule(erasing);
    }
}
