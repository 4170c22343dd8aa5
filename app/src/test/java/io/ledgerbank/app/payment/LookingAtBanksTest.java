package io.ledgerbank.app.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PaymentTest
class LookingAtBanksTest extends PaymentCase {

    @Test
    void staff_sees_whether_a_bank_is_called_and_how_its_calls_went() {
        Answer answer = teller.get("/api/banks").is(200);
        JsonNode health = answer.body().at("/items/0/health");

        assertThat(answer.text("items.0.code")).isEqualTo("SIMBANK");
        assertThat(health.propertyNames())
                .containsExactly("breaker", "running", "limit", "recentCalls", "recentFailures");
        assertThat(health.path("breaker").asString()).isEqualTo("CLOSED");
        assertThat(health.path("limit").asInt())
                .as("one of two workers is left to other banks")
                .isOne();
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void customers_see_which_banks_there_are_and_nothing_of_their_health() {
        Answer answer = alice.get("/api/banks").is(200);

        assertThat(answer.text("items.0.code")).isEqualTo("SIMBANK");
        assertThat(answer.body().at("/items/0/health").isNull()).isTrue();
        assertThat(answer.header("Cache-Control")).contains("max-age=1800", "private");
    }
}
