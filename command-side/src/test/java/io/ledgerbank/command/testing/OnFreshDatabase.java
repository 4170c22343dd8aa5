package io.ledgerbank.command.testing;

import io.ledgerbank.testing.TestDatabase;
import io.ledgerbank.testing.TestPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives a context a database with this house's event log in it, and tells tests where it is. */
public final class OnFreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestDatabase database = TestPostgres.freshDatabase("eventlog");
        TestPropertyValues.of(propertiesOf(database)).applyTo(context);
        context.getBeanFactory().registerSingleton("testDatabase", database);
    }

    /** Everything that the app would configure. */
    public static String[] propertiesOf(TestDatabase database) {
        return new String[] {
            "spring.datasource.url=" + withoutDefaults(database.url()),
            "spring.datasource.username=" + database.username(),
            "spring.datasource.password=" + database.password(),
            "spring.datasource.hikari.maximum-pool-size=10",
            "spring.datasource.hikari.data-source-properties.logServerErrorDetail=false",
            "spring.jpa.open-in-view=false",
            "axon.serializer.general=jackson3",
            "axon.serializer.events=jackson3",
            "axon.serializer.messages=jackson3",
            "axon.timeout.enabled=false",
            "ledgerbank.accounts.snapshot-every=20",
            "ledgerbank.accounts.daily-limit.checking=1000000",
            "ledgerbank.lane.patience=300ms",
            "logging.level.org.axonframework.modelling.command.AbstractRepository=error"
        };
    }

    /** A data source's URL spells out every default, which would win over what is configured here. */
    private static String withoutDefaults(String url) {
        return url.split("\\?", 2)[0];
    }
}
