package io.ledgerbank.app.startup;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Claims the data folder where one is used, and reports when LedgerBank is ready. */
@Configuration(proxyBeanMethods = false)
class StartupConfiguration {

    @Bean
    @ConditionalOnEmbeddedDatabase
    DataFolder dataFolder(@Value("${ledgerbank.data-directory:data}") String folder) {
        return DataFolder.claim(folder);
    }

    @Bean
    StartupReport startupReport(
            Environment environment, DataLocation location, ObjectProvider<ReportedAddress> addresses) {
        return new StartupReport(environment, location, addresses);
    }
}
