package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

class BankThatIsDownTest extends RunningBank {

    @Test
    void comes_back_for_the_third_post_of_an_instruction() throws Exception {
        HttpResponse<String> first = bank.pay("one", TestCreditor.DOWN_TWICE);

        assertThat(first.statusCode()).isEqualTo(503);
        assertThat(first.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(bank.pay("one", TestCreditor.DOWN_TWICE).statusCode()).isEqualTo(503);
        assertThat(bank.inquire("one").statusCode()).isEqualTo(404);
        assertThat(bank.pay("one", TestCreditor.DOWN_TWICE).statusCode()).isEqualTo(201);
        assertThat(bank.pay("one", TestCreditor.DOWN_TWICE).statusCode()).isEqualTo(200);
        assertThat(bank.journal().at("/entries/0/arrivals").asInt()).isEqualTo(4);
    }

    @Test
    void names_the_instruction_that_it_left_alone() throws Exception {
        for (TestCreditor creditor : List.of(TestCreditor.DOWN_TWICE, TestCreditor.ALWAYS_DOWN)) {
            HttpResponse<String> response = bank.pay("to-" + creditor, creditor);

            assertThat(response.headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(response.body())
                    .isEqualTo("{\"instructionId\":\"to-%s\",\"status\":\"UNAVAILABLE\"}".formatted(creditor));
        }
    }

    @Test
    void counts_for_each_instruction_alone() throws Exception {
        bank.pay("one", TestCreditor.DOWN_TWICE);
        bank.pay("one", TestCreditor.DOWN_TWICE);

        assertThat(bank.pay("two", TestCreditor.DOWN_TWICE).statusCode()).isEqualTo(503);
        assertThat(bank.pay("one", TestCreditor.DOWN_TWICE).statusCode()).isEqualTo(201);
    }

    @Test
    void remembers_over_a_restart_how_often_it_was_down() throws Exception {
        bank.pay("one", TestCreditor.DOWN_TWICE);
        bank.pay("one", TestCreditor.DOWN_TWICE);
        restart();

        assertThat(bank.pay("one", TestCreditor.DOWN_TWICE).statusCode()).isEqualTo(201);
    }

    @Test
    void never_comes_back_for_the_creditor_it_is_always_down_for() throws Exception {
        for (int attempt = 1; attempt <= 5; attempt++) {
            HttpResponse<String> response = bank.pay("one", TestCreditor.ALWAYS_DOWN);
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.headers().firstValue("Retry-After")).hasValue("1");
        }

        assertThat(bank.inquire("one").statusCode()).isEqualTo(404);
        assertThat(bank.journal().get("entries")).isEmpty();
        assertThat(bank.journal().at("/undecided/0/arrivals").asInt()).isEqualTo(5);
    }
}
