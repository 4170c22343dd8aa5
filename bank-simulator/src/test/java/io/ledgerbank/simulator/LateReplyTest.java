package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LateReplyTest extends RunningBank {

    private Duration lateReply = Duration.ofMillis(50);

    @Override
    SimulatorSettings settings() {
        return super.settings().withLateReply(lateReply);
    }

    @Test
    void comes_in_the_end() throws Exception {
        assertThat(bank.pay("one", TestCreditor.REPLIES_LATE).statusCode()).isEqualTo(201);
    }

    @Test
    void is_preceded_by_the_execution() throws Exception {
        lateReply = Duration.ofDays(1);
        restart();

        assertThatThrownBy(() -> sendAndGiveUp("one")).isInstanceOf(HttpTimeoutException.class);

        HttpResponse<String> inquiry = bank.inquire("one");
        assertThat(TestBank.json(inquiry).get("status").asString()).isEqualTo("EXECUTED");
        assertThat(bank.pay("one", TestCreditor.REPLIES_LATE).body()).isEqualTo(inquiry.body());
    }

    private void sendAndGiveUp(String instructionId) throws IOException, InterruptedException {
        bank.send(bank.to("/payments")
                .POST(BodyPublishers.ofString(TestBank.order(instructionId, TestCreditor.REPLIES_LATE.iban())))
                .timeout(Duration.ofMillis(500)));
    }
}
