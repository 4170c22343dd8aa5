package io.ledgerbank.app.error;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.RetryRules;
import io.ledgerbank.saga.work.KeptCatalogues;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Has the rules of retries hold that are set, before anything is decided, and keeps them for whoever looks back. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ErrorSettings.class)
class ErrorCatalogConfiguration {

    /** Queues and the lane begin later, when everything is wired. */
    @Bean
    RetryRules retryRules(ErrorSettings settings, ObjectProvider<KeptCatalogues> kept, Clock clock) {
        RetryRules rules = settings.rules();
        kept.ifAvailable(catalogues -> catalogues.all().forEach(ErrorCatalog::remember));
        ErrorCatalog.apply(rules);
        kept.ifAvailable(catalogues -> catalogues.keep(ErrorCatalog.version(), rules, clock.instant()));
        return rules;
    }
}
