package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ExecutingPaymentsTest extends RunningBank {

    @Override
    SimulatorSettings settings() {
        return super.settings().withClock(Clock.fixed(Instant.parse("2026-03-01T23:59:59.123456Z"), ZoneOffset.UTC));
    }

    @Test
    void executes_a_payment_to_any_valid_iban() throws Exception {
        HttpResponse<String> response = bank.pay("one", TestBank.BOB);

        JsonNode answer = TestBank.json(response);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(answer.propertyNames())
                .containsExactly("instructionId", "status", "bankReference", "executedAt", "valueDate", "amount");
        assertThat(answer.get("instructionId").asString()).isEqualTo("one");
        assertThat(answer.get("status").asString()).isEqualTo("EXECUTED");
        assertThat(answer.get("bankReference").asString()).matches("SIM[0-9A-F]{16}");
        assertThat(answer.get("executedAt").asString()).isEqualTo("2026-03-01T23:59:59.123Z");
        assertThat(answer.get("valueDate").asString()).isEqualTo("2026-03-01");
        assertThat(answer.at("/amount/amount").asString()).isEqualTo("12.34");
        assertThat(answer.at("/amount/currency").asString()).isEqualTo("GBP");
    }

    @Test
    void gives_every_instruction_its_own_reference() throws Exception {
        JsonNode one = TestBank.json(bank.pay("one", TestBank.BOB));
        JsonNode two = TestBank.json(bank.pay("two", TestBank.BOB));

        assertThat(one.get("bankReference")).isNotEqualTo(two.get("bankReference"));
    }

    @Test
    void rejects_an_iban_with_a_wrong_check_digit() throws Exception {
        HttpResponse<String> response = bank.pay("one", "GB30NWBK60161331926819");

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(TestBank.json(response).get("isoReason").asString()).isEqualTo("AC01");
    }
}
