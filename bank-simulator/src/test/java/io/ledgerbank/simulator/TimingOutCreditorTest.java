package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimingOutCreditorTest extends RunningBank {

    private Duration silence = Duration.ofMillis(50);

    @Override
    SimulatorSettings settings() {
        return super.settings().withSilence(silence);
    }

    @Test
    void answers_504_in_the_end_and_never_executes() throws Exception {
        assertThat(bank.pay("one", TestCreditor.TIMES_OUT).statusCode()).isEqualTo(504);
        assertThat(bank.pay("one", TestCreditor.TIMES_OUT).statusCode()).isEqualTo(504);

        assertThat(bank.inquire("one").statusCode()).isEqualTo(404);
        assertThat(bank.journal().get("entries")).isEmpty();
        assertThat(bank.journal().at("/undecided/0/arrivals").asInt()).isEqualTo(2);
    }

    @Test
    void tells_an_inquirer_at_once_that_nothing_was_executed() throws Exception {
        silence = Duration.ofDays(1);
        restart();

        assertThatThrownBy(() -> bank.send(bank.to("/payments")
                        .POST(BodyPublishers.ofString(TestBank.order("one", TestCreditor.TIMES_OUT.iban())))
                        .timeout(Duration.ofMillis(500))))
                .isInstanceOf(HttpTimeoutException.class);

        assertThat(bank.inquire("one").statusCode()).isEqualTo(404);
    }
}
