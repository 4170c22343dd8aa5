package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.ledgerbank.saga.Orders;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BankSettingsTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    @Test
    void a_secret_belongs_to_the_bank_that_its_key_names_in_any_case() {
        BankSettings settings = new BankSettings(SECOND, SECOND, Map.of("simbank", "very secret"));

        assertThat(settings.webhookSecretOf(Orders.SIMBANK)).contains("very secret");
    }

    @Test
    void an_empty_secret_is_none() {
        BankSettings settings = new BankSettings(SECOND, SECOND, Map.of("SIMBANK", " "));

        assertThat(settings.webhookSecretOf(Orders.SIMBANK)).isEmpty();
    }

    @Test
    void secrets_do_not_show() {
        assertThat(new BankSettings(SECOND, SECOND, Map.of("SIMBANK", "very secret")))
                .asString()
                .doesNotContain("very secret")
                .contains("SIMBANK");
    }

    @Test
    void time_outs_are_longer_than_nothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BankSettings(Duration.ZERO, SECOND, Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new BankSettings(SECOND, SECOND.negated(), Map.of()));
    }
}
