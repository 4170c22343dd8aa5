package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class UnusableRepliesTest extends RunningBank {

    @Test
    void may_be_nonsense_after_an_execution() throws Exception {
        HttpResponse<String> response = bank.pay("one", TestCreditor.ANSWERS_NONSENSE);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(response.body()).startsWith("<html>");
        assertThat(TestBank.json(bank.inquire("one")).get("status").asString()).isEqualTo("EXECUTED");
    }

    @Test
    void may_name_another_instruction_after_an_execution() throws Exception {
        HttpResponse<String> response = bank.pay("one", TestCreditor.ANSWERS_WRONG_ID);

        assertThat(response.statusCode()).isEqualTo(201);
        String named = TestBank.json(response).get("instructionId").asString();
        assertThat(named).isNotEqualTo("one");
        assertThat(bank.inquire(named).statusCode()).isEqualTo(404);
        assertThat(TestBank.json(bank.inquire("one")).get("instructionId").asString())
                .isEqualTo("one");
    }

    @Test
    void are_put_right_when_the_instruction_is_sent_again() throws Exception {
        bank.pay("one", TestCreditor.ANSWERS_NONSENSE);
        bank.pay("two", TestCreditor.ANSWERS_WRONG_ID);

        assertThat(TestBank.json(bank.pay("one", TestCreditor.ANSWERS_NONSENSE))
                        .get("instructionId")
                        .asString())
                .isEqualTo("one");
        assertThat(TestBank.json(bank.pay("two", TestCreditor.ANSWERS_WRONG_ID))
                        .get("instructionId")
                        .asString())
                .isEqualTo("two");
    }
}
