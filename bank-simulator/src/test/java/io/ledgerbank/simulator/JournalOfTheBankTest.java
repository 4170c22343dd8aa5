package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class JournalOfTheBankTest extends RunningBank {

    @Test
    void tells_every_decision_in_order_with_its_arrivals() throws Exception {
        bank.pay("one", TestBank.BOB);
        bank.pay("two", TestCreditor.REJECTS_AM02);
        bank.pay("down", TestCreditor.ALWAYS_DOWN);
        bank.pay("two", TestCreditor.REJECTS_AM02);
        bank.pay("three", TestBank.BOB);

        JsonNode journal = bank.journal();
        assertThat(journal.get("entries").valueStream().map(JournalOfTheBankTest::inShort))
                .containsExactly("1 one EXECUTED 1", "2 two REJECTED 2", "3 three EXECUTED 1");
        assertThat(journal.at("/undecided/0/instructionId").asString()).isEqualTo("down");
        assertThat(journal.at("/entries/0/instruction/creditor/iban").asString())
                .isEqualTo(TestBank.BOB);
    }

    @Test
    void is_the_same_after_a_restart() throws Exception {
        HttpResponse<String> paid = bank.pay("one", TestBank.BOB);
        bank.pay("one", TestBank.BOB);
        bank.pay("two", TestCreditor.REJECTS_BE01);
        bank.pay("down", TestCreditor.ALWAYS_DOWN);
        JsonNode before = bank.journal();

        restart();

        assertThat(bank.journal()).isEqualTo(before);
        assertThat(bank.inquire("one").body()).isEqualTo(paid.body());
        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(200);
    }

    @Test
    void can_still_be_written_says_the_health_check() throws Exception {
        assertThat(bank.get("/health").body()).isEqualTo("{\"status\":\"UP\"}");
    }

    private static String inShort(JsonNode entry) {
        return "%d %s %s %d"
                .formatted(
                        entry.get("sequence").asInt(),
                        entry.get("instructionId").asString(),
                        entry.get("status").asString(),
                        entry.get("arrivals").asInt());
    }
}
