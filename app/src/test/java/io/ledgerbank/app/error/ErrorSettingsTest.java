package io.ledgerbank.app.error;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Backoff;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.RetryRules;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What of the catalogue can be set, and that nothing starts with what cannot be. */
class ErrorSettingsTest {

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withBean(Clock.class, Clock::systemUTC)
            .withUserConfiguration(ErrorCatalogConfiguration.class);

    @AfterEach
    void as_it_comes() {
        ErrorCatalog.apply(RetryRules.DEFAULT);
    }

    @Test
    void what_is_not_set_is_as_the_catalogue_comes() {
        application.run(started -> assertThat(started.getBean(RetryRules.class)).isEqualTo(RetryRules.DEFAULT));
    }

    @Test
    void what_is_set_holds() {
        application
                .withPropertyValues(
                        "ledgerbank.errors.external-dependency.max-attempts=5",
                        "ledgerbank.errors.external-dependency.backoff=linear",
                        "ledgerbank.errors.external-dependency.delay=3s",
                        "ledgerbank.errors.longest-doubt=1h")
                .run(started -> {
                    RetryRules rules = ErrorCatalog.rules();
                    assertThat(rules.externalDependency().maxAttempts()).isEqualTo(5);
                    assertThat(rules.externalDependency().backoff()).isEqualTo(Backoff.LINEAR);
                    assertThat(rules.externalDependency().delay()).isEqualTo(Duration.ofSeconds(3));
                    assertThat(rules.longestDoubt()).isEqualTo(Duration.ofHours(1));
                    assertThat(rules.system()).isEqualTo(RetryRules.DEFAULT.system());
                });
    }

    @Test
    void what_cannot_be_refuses_the_start_in_a_sentence() {
        application
                .withPropertyValues("ledgerbank.errors.system.max-attempts=0")
                .run(started -> assertThat(started.getStartupFailure())
                        .rootCause()
                        .hasMessage("ledgerbank.errors.system.max-attempts must be between 1 and 1000, not 0"));
    }
}
