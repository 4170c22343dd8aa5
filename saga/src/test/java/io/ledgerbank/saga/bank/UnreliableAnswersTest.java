package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

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
                executed() + " ".repeat(64 * 1024));
    }

    @Test
    void a_status_that_contradicts_the_body_makes_both_worthless() {
        bank.answers(201, rejected("AC04"));
        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);

        bank.answers(422, executed());
        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);
    }
}
