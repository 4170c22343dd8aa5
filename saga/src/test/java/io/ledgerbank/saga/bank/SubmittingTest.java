package io.ledgerbank.saga.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.payment.Outcome;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubmittingTest extends GatewayTest {

    private static final Outcome EXECUTED = new Outcome.Executed("REF-1", LocalDate.parse("2026-01-02"));

    @ParameterizedTest
    @ValueSource(ints = {200, 201})
    void an_execution_is_taken_from_the_answer(int status) {
        bank.answers(status, executed());

        assertThat(gateway().submit(instruction())).isEqualTo(EXECUTED);
    }

    @Test
    void the_bank_is_told_what_it_needs_and_no_more() {
        bank.answers(201, executed());
        gateway().submit(instruction());

        assertThat(bank.requests())
                .containsExactly("POST /payments {\"instructionId\":\"" + ID + "\",\"endToEndId\":\"invoice-7\","
                        + "\"amount\":{\"amount\":\"12.34\",\"currency\":\"GBP\"},"
                        + "\"debtor\":{\"iban\":\"GB33BUKB20201555555555\"},"
                        + "\"creditor\":{\"name\":\"Bob Example\",\"iban\":\"GB29NWBK60161331926819\"},"
                        + "\"remittanceInformation\":\"Invoice 7\"}");
    }

    @Test
    void a_bank_may_have_its_api_below_a_path() {
        bank.answers(201, executed());
        gatewayTo(bank.url().resolve("/api/v1/"), LONG).submit(instruction());

        assertThat(bank.requests()).singleElement().asString().startsWith("POST /api/v1/payments ");
    }

    @ParameterizedTest
    @CsvSource({
        "AC01, INVALID_CREDITOR_ACCOUNT",
        "AC03, INVALID_CREDITOR_ACCOUNT",
        "AC04, CREDITOR_ACCOUNT_CLOSED",
        "AC06, CREDITOR_ACCOUNT_BLOCKED",
        "AM02, AMOUNT_NOT_ALLOWED",
        "BE01, CREDITOR_NAME_MISMATCH",
        "RR04, REGULATORY_REFUSAL",
        "MS03, BANK_REJECTED"
    })
    void an_iso_reason_becomes_a_reason_of_the_catalogue(String isoReason, Reason reason) {
        bank.answers(422, rejected(isoReason));

        assertThat(gateway().submit(instruction()))
                .isEqualTo(new Outcome.NotExecuted(reason, Optional.empty(), Optional.of(isoReason)));
        assertThat(meters.find("ledgerbank.bank.unmapped.reasons").counter()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"XX99, XX99", "'', ", "ac04, ac04", "\\u0000\\n, ??"})
    void an_iso_reason_without_a_row_is_told_as_such_and_counted(String isoReason, @Nullable String told) {
        bank.answers(422, rejected(isoReason));

        assertThat(gateway().submit(instruction()))
                .isEqualTo(new Outcome.NotExecuted(
                        Reason.BANK_REASON_UNMAPPED, Optional.empty(), Optional.ofNullable(told)));
        assertThat(meters.get("ledgerbank.bank.unmapped.reasons")
                        .tag("bank", "SIMBANK")
                        .counter()
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {202, 204, 302, 400, 401, 403, 404, 409, 413, 429, 500, 502})
    void any_other_status_leaves_the_outcome_unknown(int status) {
        bank.answers(status, "", "Location", "/payments/elsewhere");

        assertThat(gateway().submit(instruction())).isEqualTo(UNUSABLE);
        assertThat(bank.requests()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7 | PT7S", "0 | PT0S", "999999999 | PT24H", "Fri, 02 Jan 2026 03:04:45 GMT | PT40S"})
    void a_bank_that_is_down_has_not_executed_and_may_ask_for_a_wait(String header, Duration wait) {
        bank.answers(503, leftAlone(), "Retry-After", header);

        assertThat(gateway().submit(instruction()))
                .isEqualTo(new Outcome.NotExecuted(Reason.SERVICE_UNAVAILABLE, Optional.of(wait)));
    }

    @ParameterizedTest
    @MethodSource
    void unavailable_by_anyone_but_the_bank_proves_nothing(String answer) {
        bank.answers(503, answer, "Retry-After", "1");

        assertThat(gateway().submit(instruction()))
                .isEqualTo(new Outcome.Unknown(Reason.SERVICE_UNAVAILABLE, Optional.of(Duration.ofSeconds(1))));
    }

    static Stream<String> unavailable_by_anyone_but_the_bank_proves_nothing() {
        return Stream.of(
                "",
                "{}",
                "<html><body>503 Service Unavailable</body></html>",
                "{\"title\":\"Service Unavailable\",\"status\":503,\"detail\":\"The bank is down\"}",
                "{\"status\":\"UNAVAILABLE\"}",
                "{\"instructionId\":\"" + ID + "\"}",
                leftAlone().replace(ID.toString(), "0198c2b0-7c1e-7f7a-9d6b-0d2c5e9a4b11"),
                executed(),
                rejected("AC04"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "99999999999999999999", "soon", "Fri, 32 Dec 2099 23:59:59 GMT", "1.5"})
    void a_wait_that_is_neither_seconds_nor_a_date_is_ignored(String retryAfter) {
        bank.answers(503, leftAlone(), "Retry-After", retryAfter);

        assertThat(gateway().submit(instruction())).isEqualTo(Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 504})
    void whoever_answers_may_ask_for_a_wait_before_the_next_question(int status) {
        bank.answers(status, "", "Retry-After", "30");

        assertThat(gateway().submit(instruction()))
                .isInstanceOfSatisfying(Outcome.Unknown.class, unknown -> assertThat(unknown.retryAfter())
                        .contains(Duration.ofSeconds(30)));
    }

    @Test
    void a_gateway_that_timed_out_does_not_know_either() {
        bank.answers(504, "");

        assertThat(gateway().submit(instruction())).isEqualTo(UNANSWERED);
    }

    @Test
    void no_answer_in_time_leaves_the_outcome_unknown() {
        bank.neverAnswers();

        assertThat(impatientGateway().submit(instruction())).isEqualTo(UNANSWERED);
    }

    @Test
    void an_answer_that_never_ends_is_no_answer_in_time() {
        bank.answersTheFirstByteOf(executed());

        assertThat(impatientGateway().submit(instruction())).isEqualTo(UNANSWERED);
    }

    @Test
    void nobody_waits_beyond_the_deadline() {
        bank.neverAnswers();

        assertThat(gateway().submit(instruction(NOW.plus(SHORT)))).isEqualTo(UNANSWERED);
    }

    @Test
    void a_lost_connection_leaves_the_outcome_unknown() {
        bank.hangsUp();

        assertThat(gateway().submit(instruction())).isEqualTo(UNANSWERED);
        assertThat(bank.requests()).hasSize(1);
    }

    @Test
    void nothing_is_sent_after_the_deadline() {
        assertThat(gateway().submit(instruction(NOW))).isEqualTo(UNANSWERED);
        assertThat(bank.requests()).isEmpty();
    }

    @Test
    void a_refused_connection_means_that_nothing_left() {
        URI url = bank.url();
        bank.close();

        assertThat(gatewayTo(url, LONG).submit(instruction()))
                .isEqualTo(Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE));
    }

    @Test
    void a_host_that_does_not_exist_means_that_nothing_left() {
        assertThat(gatewayTo(URI.create("http://bank.invalid"), LONG).submit(instruction()))
                .isEqualTo(Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE));
    }
}
