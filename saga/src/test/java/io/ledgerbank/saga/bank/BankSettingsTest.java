package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.saga.Orders;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankSettingsTest {

    private static final BankCode OTHER = new BankCode("OTHER");

    @Test
    void a_secret_belongs_to_the_bank_that_its_key_names_in_any_case() {
        assertThat(SettingsOf.banks("webhook-secrets.simbank=very secret").webhookSecretOf(Orders.SIMBANK))
                .contains("very secret");
    }

    @Test
    void an_empty_secret_is_none() {
        assertThat(SettingsOf.banks("webhook-secrets.SIMBANK= ").webhookSecretOf(Orders.SIMBANK))
                .isEmpty();
    }

    @Test
    void secrets_do_not_show() {
        assertThat(SettingsOf.banks("webhook-secrets.SIMBANK=very secret"))
                .asString()
                .doesNotContain("very secret")
                .contains("SIMBANK");
    }

    @Test
    void a_bank_of_which_nothing_is_said_is_called_patiently_and_offers_everything() {
        BankTerms terms = SettingsOf.banks().termsOf(OTHER);

        assertThat(terms.timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(terms.concurrentCalls()).isEqualTo(16);
        assertThat(terms.callsPerSecond()).isEmpty();
        assertThat(terms.dedupes()).isTrue();
        assertThat(terms.inquires()).isTrue();
    }

    @Test
    void what_is_said_of_one_bank_goes_before_what_is_said_of_all() {
        BankSettings settings = SettingsOf.banks(
                "timeout=3s",
                "concurrent-calls=7",
                "breaker.open-for=1m",
                "terms.simbank.timeout=9s",
                "terms.simbank.calls-per-second=5",
                "terms.simbank.capabilities=INQUIRES",
                "terms.simbank.breaker.trials=1");

        BankTerms own = settings.termsOf(Orders.SIMBANK);
        assertThat(own.timeout()).isEqualTo(Duration.ofSeconds(9));
        assertThat(own.concurrentCalls()).isEqualTo(7);
        assertThat(own.callsPerSecond()).hasValue(5);
        assertThat(own.dedupes()).isFalse();
        assertThat(own.inquires()).isTrue();
        assertThat(own.breaker().trials()).isEqualTo(1);
        assertThat(settings.termsOf(OTHER).timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(settings.termsOf(OTHER).breaker().openFor()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.longestTimeout()).isEqualTo(Duration.ofSeconds(9));
    }

    @Test
    void a_bank_may_offer_nothing() {
        BankTerms terms = SettingsOf.banks("terms.simbank.capabilities=").termsOf(Orders.SIMBANK);

        assertThat(terms.dedupes()).isFalse();
        assertThat(terms.inquires()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "timeout=0s",
                "connect-timeout=-1s",
                "concurrent-calls=0",
                "calls-per-second=-1",
                "breaker.calls=0",
                "breaker.least-calls=21",
                "breaker.failure-percent=101",
                "breaker.failure-percent=0",
                "breaker.open-for=0s",
                "breaker.trials=0",
                "capabilities=GUESSES",
                "terms.simbank.timeout=0s",
                "terms.simbank.concurrent-calls=0",
                "terms.simbank.breaker.trials=0"
            })
    void what_cannot_be_refuses_the_start(String setting) {
        assertThatThrownBy(() -> SettingsOf.banks(setting)).isNotNull();
    }
}
