package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectingCreditorsTest extends RunningBank {

    @ParameterizedTest
    @ValueSource(strings = {"AC03", "AC04", "AC06", "AM02", "BE01", "RR04", "MS03"})
    void reject_with_their_iso_reason(String reason) throws Exception {
        HttpResponse<String> response = bank.pay("one", TestCreditor.valueOf("REJECTS_" + reason));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(TestBank.json(response).propertyNames())
                .containsExactly("instructionId", "status", "isoReason", "text");
        assertThat(TestBank.json(response).get("status").asString()).isEqualTo("REJECTED");
        assertThat(TestBank.json(response).get("isoReason").asString()).isEqualTo(reason);
        assertThat(bank.journal().at("/entries/0/status").asString()).isEqualTo("REJECTED");
    }
}
