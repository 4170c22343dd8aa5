package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.payment.Outcome;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UnreliableAnswersTest extends GatewayTest {

    @ParameterizedTest
    @MethodSource
    void words_that_cannot_be_relied_on_leave_the_outcome_unknown(String answer) {
        bank.answers(201, answer);

        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);
    }

    static Stream<String> words_that_cannot_be_relied_on_leave_the_outcome_unknown() {
        String value = "\"valueDate\":\"2026-01-02\"";
        return Stream.of(
                "",
                "null",
                "[]",
                "<html><body>It works!</body></html>",
                "{\"status\":\"EXECUTED\"",
                executed().replace(ID.toString(), "0198c2b0-7c1e-7f7a-9d6b-0d2c5e9a4b11"),
                "{\"status\":\"EXECUTED\",\"bankReference\":\"REF-1\"," + value + "}",
                "{\"instructionId\":\"" + ID + "\",\"bankReference\":\"REF-1\"," + value + "}",
                reply("PENDING", "\"bankReference\":\"REF-1\"," + value),
                reply("EXECUTED", value),
                reply("EXECUTED", "\"bankReference\":\"\"," + value),
                reply("EXECUTED", "\"bankReference\":\"" + "R".repeat(65) + "\"," + value),
                reply("EXECUTED", "\"bankReference\":\"REF\\n1\"," + value),
                reply("EXECUTED", "\"bankReference\":\"REF-1\""),
                reply("EXECUTED", "\"bankReference\":\"REF-1\",\"valueDate\":\"soon\""),
                reply("EXECUTED", "\"bankReference\":\"REF-1\",\"valueDate\":\"9999-12-31\""),
                reply("EXECUTED", "\"status\":\"REJECTED\",\"bankReference\":\"REF-1\"," + value),
                executed("12.35", "GBP"),
                executed("1234", "GBP"),
                executed("-12.34", "GBP"),
                executed("12.34", "USD"),
                executed("12.34", "pounds"),
                executed("1e1000000", "GBP"),
                executed().replace("}", ",\"amount\":{}}"),
                executed().replace("}", ",\"amount\":12.34}"),
                executed().substring(0, executed().length() / 2),
                executed() + " ".repeat(64 * 1024));
    }

    @Test
    void the_sum_that_was_ordered_may_be_confirmed() {
        bank.answers(201, executed("12.34", "GBP"));

        assertThat(gateway().submit(instruction())).isInstanceOf(Outcome.Executed.class);
    }

    @Test
    void ten_million_bytes_are_not_read() {
        bank.answers(201, executed() + " ".repeat(10_000_000));

        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);
    }

    @Test
    void ten_million_bytes_are_not_read_either_when_nobody_says_how_many_come() {
        bank.answersInChunks(201, executed() + " ".repeat(10_000_000));

        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);
    }

    @Test
    void an_answer_that_comes_byte_by_byte_is_waited_for_no_longer_than_any_other() {
        bank.drips(201, executed());

        assertThat(impatientGateway().submit(instruction())).isEqualTo(UNANSWERED);
    }

    @Test
    void a_body_that_ends_before_its_announced_end_leaves_the_outcome_unknown() {
        bank.announcesMoreThan(201, executed());

        assertThat(gateway().submit(instruction())).isEqualTo(UNANSWERED);
    }

    @Test
    void nobody_is_followed_elsewhere() {
        bank.answers(307, "", "Location", bank.url() + "/elsewhere");

        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);
        assertThat(bank.requests()).hasSize(1);
    }

    @Test
    void a_status_that_contradicts_the_body_makes_both_worthless() {
        bank.answers(201, rejected("AC04"));
        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);

        bank.answers(422, executed());
        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);
    }
}
