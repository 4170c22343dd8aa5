package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class InquiryTest extends RunningBank {

    @Test
    void knows_nothing_of_an_instruction_that_never_came() throws Exception {
        HttpResponse<String> response = bank.inquire("never-sent");

        assertThat(response.statusCode()).isEqualTo(404);
        assertThat(response.body()).isEqualTo("{\"status\":\"UNKNOWN\"}");
    }

    @Test
    void repeats_the_answer_of_an_execution() throws Exception {
        HttpResponse<String> paid = bank.pay("one", TestBank.BOB);

        assertThat(bank.inquire("one").statusCode()).isEqualTo(200);
        assertThat(bank.inquire("one").body()).isEqualTo(paid.body());
    }

    @Test
    void repeats_the_answer_of_a_rejection() throws Exception {
        HttpResponse<String> rejected = bank.pay("one", TestCreditor.REJECTS_RR04);

        assertThat(bank.inquire("one").statusCode()).isEqualTo(200);
        assertThat(bank.inquire("one").body()).isEqualTo(rejected.body());
    }
}
