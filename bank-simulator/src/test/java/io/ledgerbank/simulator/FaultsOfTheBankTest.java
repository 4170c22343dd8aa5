package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class FaultsOfTheBankTest extends RunningBank {

    private static final String NONE = "{\"latencyMs\":0,\"outage\":\"NONE\",\"habits\":[],\"creditors\":{}}";

    @Override
    SimulatorSettings settings() {
        return super.settings().withSilence(Duration.ofMillis(20));
    }

    @Test
    void are_none_to_begin_with() throws Exception {
        assertThat(bank.get("/faults").body()).isEqualTo(NONE);
    }

    @Test
    void are_shown_as_they_were_asked_for_until_they_are_taken_back() throws Exception {
        String asked = """
                {"latencyMs":5,"outage":"NONE","habits":["EXECUTES_REPEATS"],
                 "creditors":{"GB29NWBK60161331926819":{"kind":"EXECUTES","reply":"LOST","notifications":2,"notifyAfterMs":7}},
                 "mix":{"seed":7,"shares":[{"percent":10,"behaviour":{"kind":"DOWN","times":2}},
                   {"percent":5,"behaviour":{"kind":"REJECTS","isoReason":"AC04","text":"Closed"}},
                   {"percent":1,"behaviour":{"kind":"TIMES_OUT"}}],"inquiriesFailing":20}}
                """;
        HttpResponse<String> set = bank.misbehave(asked);

        assertThat(set.statusCode()).isEqualTo(200);
        assertThat(TestBank.json(set)).isEqualTo(TestBank.JSON.readTree(asked));
        assertThat(bank.get("/faults").body()).isEqualTo(set.body());

        assertThat(bank.send(bank.to("/faults").DELETE()).statusCode()).isEqualTo(204);
        assertThat(bank.get("/faults").body()).isEqualTo(NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"surprise\":1}",
                "{\"latencyMs\":-1}",
                "{\"latencyMs\":600001}",
                "{\"latencyMs\":\"5\"}",
                "{\"outage\":\"SOMETIMES\"}",
                "{\"habits\":[\"SMOKES\"]}",
                "{\"habits\":[null]}",
                "{\"creditors\":{\"GB29NWBK60161331926819\":null}}",
                "{\"creditors\":{\"\":{\"kind\":\"TIMES_OUT\"}}}",
                "{\"creditors\":{\"X\":{\"kind\":\"VANISHES\"}}}",
                "{\"creditors\":{\"X\":{\"kind\":\"REJECTS\"}}}",
                "{\"creditors\":{\"X\":{\"kind\":\"REJECTS\",\"isoReason\":\"nope\"}}}",
                "{\"creditors\":{\"X\":{\"kind\":\"DOWN\"}}}",
                "{\"creditors\":{\"X\":{\"kind\":\"DOWN\",\"times\":0}}}",
                "{\"creditors\":{\"X\":{\"kind\":\"EXECUTES\",\"reply\":\"GLADLY\"}}}",
                "{\"creditors\":{\"X\":{\"kind\":\"EXECUTES\",\"notifications\":11}}}",
                "{\"mix\":{}}",
                "{\"mix\":{\"seed\":1,\"inquiriesFailing\":100}}",
                "{\"mix\":{\"seed\":1,\"shares\":[null]}}",
                "{\"mix\":{\"seed\":1,\"shares\":[{\"percent\":0,\"behaviour\":{\"kind\":\"TIMES_OUT\"}}]}}",
                "{\"mix\":{\"seed\":1,\"shares\":[{\"percent\":60,\"behaviour\":{\"kind\":\"TIMES_OUT\"}},"
                        + "{\"percent\":60,\"behaviour\":{\"kind\":\"TIMES_OUT\"}}]}}"
            })
    void that_make_no_sense_are_refused_with_a_sentence_and_change_nothing(String faults) throws Exception {
        HttpResponse<String> refused = bank.misbehave(faults);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(TestBank.json(refused).get("detail").asString()).isNotBlank();
        assertThat(bank.get("/faults").body()).isEqualTo(NONE);
    }

    @Test
    void may_be_no_larger_than_a_payment() throws Exception {
        assertThat(bank.misbehave("{}" + " ".repeat(64 * 1024)).statusCode()).isEqualTo(413);
    }

    @Test
    void strike_payments_to_one_creditor_and_no_others() throws Exception {
        bank.misbehave(
                "{\"creditors\":{\"%s\":{\"kind\":\"REJECTS\",\"isoReason\":\"ZZ99\"}}}".formatted(TestBank.BOB));

        HttpResponse<String> rejected = bank.pay("one", TestBank.BOB);
        assertThat(rejected.statusCode()).isEqualTo(422);
        assertThat(TestBank.json(rejected).get("isoReason").asString()).isEqualTo("ZZ99");
        assertThat(bank.pay("two", "DE89370400440532013000").statusCode()).isEqualTo(201);
    }

    @Test
    void fail_a_payment_so_many_times_and_then_no_more() throws Exception {
        bank.misbehave("{\"creditors\":{\"%s\":{\"kind\":\"DOWN\",\"times\":2}}}".formatted(TestBank.BOB));

        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(503);
        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(503);
        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(201);
    }

    @Test
    void leave_a_payment_without_an_answer_although_it_was_executed() throws Exception {
        reply("SILENT");

        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(504);
        assertThat(TestBank.json(bank.inquire("one")).get("status").asString()).isEqualTo("EXECUTED");
        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(200);
    }

    @Test
    void answer_with_half_of_the_truth() throws Exception {
        reply("TRUNCATED");

        HttpResponse<String> half = bank.pay("one", TestBank.BOB);
        assertThat(half.statusCode()).isEqualTo(201);
        assertThat(bank.inquire("one").body())
                .startsWith(half.body())
                .hasSizeGreaterThan(half.body().length());
    }

    @Test
    void answer_with_more_than_anybody_wants_to_read() throws Exception {
        reply("OVERSIZED");

        assertThat(bank.pay("one", TestBank.BOB).body()).hasSizeGreaterThan(10_000_000);
    }

    @Test
    void answer_one_byte_after_the_other() throws Exception {
        reply("DRIPPING");

        assertThat(bank.pay("one", TestBank.BOB).body())
                .isEqualTo(bank.inquire("one").body());
    }

    @Test
    void send_elsewhere() throws Exception {
        reply("REDIRECT");

        HttpResponse<String> redirect = bank.pay("one", TestBank.BOB);
        assertThat(redirect.statusCode()).isEqualTo(302);
        assertThat(redirect.headers().firstValue("Location")).hasValue("/payments/one");
    }

    @Test
    void confirm_another_sum_or_another_currency() throws Exception {
        reply("WRONG_AMOUNT");
        assertThat(amountIn(bank.pay("one", TestBank.BOB)).get("amount").asString())
                .isEqualTo("13.34");
        reply("WRONG_CURRENCY");
        assertThat(amountIn(bank.pay("two", TestBank.BOB)).get("currency").asString())
                .isEqualTo("USD");

        assertThat(amountIn(bank.inquire("two")).get("currency").asString()).isEqualTo("GBP");
    }

    @Test
    void turn_everybody_away_while_the_bank_is_down() throws Exception {
        bank.pay("before", TestBank.BOB);
        bank.misbehave("{\"outage\":\"UNAVAILABLE\"}");

        assertThat(bank.inquire("before").statusCode()).isEqualTo(503);
        assertThat(TestBank.json(bank.pay("one", TestBank.BOB)).get("status").asString())
                .isEqualTo("UNAVAILABLE");
        assertThat(TestBank.json(bank.pay("before", TestBank.BOB)).has("instructionId"))
                .as("it cannot say that it left alone what it has executed")
                .isFalse();

        bank.misbehave("{}");
        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(201);
    }

    @Test
    void hang_up_on_everybody() throws Exception {
        bank.misbehave("{\"outage\":\"HANGS_UP\"}");

        assertThatThrownBy(() -> bank.pay("one", TestBank.BOB)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> bank.inquire("one")).isInstanceOf(IOException.class);
        assertThat(bank.journal().get("entries")).isEmpty();
    }

    @Test
    void execute_what_comes_again_once_more() throws Exception {
        bank.misbehave("{\"habits\":[\"EXECUTES_REPEATS\"]}");

        JsonNode first = TestBank.json(bank.pay("one", TestBank.BOB));
        HttpResponse<String> again = bank.pay("one", TestBank.BOB);

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(TestBank.json(again).get("bankReference")).isNotEqualTo(first.get("bankReference"));
        assertThat(bank.journal().get("entries")).hasSize(2);
        restart();
        assertThat(bank.journal().get("entries")).hasSize(2);
        assertThat(bank.pay("one", TestBank.BOB).statusCode()).isEqualTo(200);
    }

    @Test
    void keep_what_became_of_an_instruction_to_the_bank() throws Exception {
        bank.misbehave("{\"habits\":[\"ANSWERS_NO_INQUIRIES\"]}");
        bank.pay("one", TestBank.BOB);

        assertThat(bank.inquire("one").statusCode()).isEqualTo(501);
        assertThat(bank.inquire("two").statusCode()).isEqualTo(501);
    }

    @Test
    void are_forgotten_when_the_bank_starts_again() throws Exception {
        bank.misbehave("{\"outage\":\"UNAVAILABLE\"}");
        restart();

        assertThat(bank.get("/faults").body()).isEqualTo(NONE);
    }

    private void reply(String reply) throws Exception {
        bank.misbehave(
                "{\"creditors\":{\"%s\":{\"kind\":\"EXECUTES\",\"reply\":\"%s\"}}}".formatted(TestBank.BOB, reply));
    }

    private static JsonNode amountIn(HttpResponse<String> response) {
        return TestBank.json(response).get("amount");
    }
}
