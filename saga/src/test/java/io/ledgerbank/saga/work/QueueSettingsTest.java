package io.ledgerbank.saga.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueueSettingsTest {

    @Test
    void two_payments_are_worked_on_at_a_time_unless_said_otherwise() {
        assertThat(new QueueSettings("").threadsOf("payments")).isEqualTo(2);
        assertThat(new QueueSettings("payments:16").threadsOf("payments")).isEqualTo(16);
        assertThat(new QueueSettings(" payments:3 ").threadsOf("payments")).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"payments", "payments:0", "payments:-1", "payments:two", "payment:2", "payments:2,", ":2"})
    void a_list_that_makes_no_sense_is_refused_in_one_sentence(String queues) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new QueueSettings(queues))
                .withMessageStartingWith("LEDGERBANK_QUEUES lists queues");
    }

    @Test
    void a_queue_that_does_not_exist_has_no_workers() {
        assertThatIllegalArgumentException().isThrownBy(() -> new QueueSettings("").threadsOf("leisure"));
    }
}
