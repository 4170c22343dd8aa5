package io.ledgerbank.app.testing;

import io.ledgerbank.testing.TestPostgres;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Points the application at a database of its own, which it migrates by itself, and gives it a key for tokens. */
final class OwnDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(TestPostgres.freshDatabase().springProperties())
                .and(
                        "ledgerbank.jwt.secret=a-secret-of-the-tests-and-of-nothing-else",
                        "ledgerbank.checkpoints.every=300ms",
                        "ledgerbank.standing-orders.times=00:00,23:58,23:59")
                .applyTo(context);
    }
}
