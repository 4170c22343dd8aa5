package io.ledgerbank.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileRequestsTest extends RunningBank {

    private static final String GOOD = TestBank.order("one", TestBank.BOB);

    static Stream<String> malformed() {
        return Stream.of(
                "",
                "null",
                "[]",
                "{",
                "{}",
                GOOD + "{}",
                "[".repeat(5000),
                GOOD.replace("\"endToEndId\"", "\"surprise\""),
                GOOD.replace("\"endToEndId\":\"invoice-7\"", "\"instructionId\":\"two\""),
                GOOD.replace("\"one\"", "7"),
                GOOD.replace("\"one\"", "\"../journal\""),
                GOOD.replace("\"one\"", "\"" + "x".repeat(65) + "\""),
                GOOD.replace("invoice-7", "x".repeat(36)),
                GOOD.replace("\"12.34\"", "12.34"),
                GOOD.replace("12.34", "12.345"),
                GOOD.replace("12.34", "1e3"),
                GOOD.replace("12.34", "-1.00"),
                GOOD.replace("12.34", "0.00"),
                GOOD.replace("12.34", "NaN"),
                GOOD.replace("12.34", "12345678901234567.00"),
                GOOD.replace("GBP", "gbp"),
                GOOD.replace("GBP", "QQQ"),
                GOOD.replace("Bob Example", " "),
                GOOD.replace("Bob Example", "x".repeat(141)),
                GOOD.replace("\"Invoice 7\"", "null"),
                GOOD.replace(TestBank.BOB, "G".repeat(35)));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void are_answered_with_400_and_leave_no_trace(String body) throws Exception {
        HttpResponse<String> response = bank.post(body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(TestBank.json(response).get("detail").asString()).isNotBlank();
        assertThat(bank.journal().get("entries")).isEmpty();
        assertThat(bank.journal().get("undecided")).isEmpty();
    }

    @Test
    void are_told_which_field_is_wrong() throws Exception {
        HttpResponse<String> response = bank.post(GOOD.replace("\"Bob Example\"", "true"));

        assertThat(TestBank.json(response).get("detail").asString()).contains("creditor.name");
    }

    @ParameterizedTest
    @ValueSource(ints = {64 * 1024 + 1, 512 * 1024})
    void are_answered_with_413_beyond_64_kib(int size) throws Exception {
        HttpResponse<String> response = bank.post(GOOD + " ".repeat(size - GOOD.length()));

        assertThat(response.statusCode()).isEqualTo(413);
        assertThat(bank.journal().get("entries")).isEmpty();
    }

    @Test
    void are_welcome_up_to_64_kib() throws Exception {
        HttpResponse<String> response = bank.post(GOOD + " ".repeat(64 * 1024 - GOOD.length()));

        assertThat(response.statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/payments/", "/payments/a/b", "/payments/a%0ab", "/journal/1"})
    void find_nothing_at_unknown_paths(String path) throws Exception {
        assertThat(bank.get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"PUT,/payments,POST", "GET,/payments,POST", "DELETE,/payments/one,GET", "POST,/journal,GET"})
    void are_told_the_method_that_is_allowed(String method, String path, String allowed) throws Exception {
        HttpResponse<String> response = bank.send(bank.to(path).method(method, BodyPublishers.noBody()));

        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue(allowed);
    }
}
