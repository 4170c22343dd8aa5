package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.saga.Orders;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

class ActingBankTest {

    @AfterEach
    void nobody_acts() {
        MDC.clear();
    }

    @Test
    void whoever_acted_before_acts_again_afterwards() {
        MDC.put(MetadataKeys.ACTOR, "system");

        try (var bank = ActingBank.of(Orders.SIMBANK)) {
            assertThat(MDC.get(MetadataKeys.ACTOR)).isEqualTo("bank:SIMBANK");
        }

        assertThat(MDC.get(MetadataKeys.ACTOR)).isEqualTo("system");
    }

    @Test
    void nobody_acts_afterwards_if_nobody_did_before() {
        try (var bank = ActingBank.of(Orders.SIMBANK)) {
            assertThat(MDC.get(MetadataKeys.ACTOR)).isEqualTo("bank:SIMBANK");
        }

        assertThat(MDC.get(MetadataKeys.ACTOR)).isNull();
    }
}
