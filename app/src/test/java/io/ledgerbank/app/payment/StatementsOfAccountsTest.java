package io.ledgerbank.app.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@PaymentTest
class StatementsOfAccountsTest extends PaymentCase {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private String soFar;

    @BeforeEach
    void the_deposit_is_booked() {
        soFar = statement(alices, "from=" + TODAY.minusDays(7) + "&to=" + TODAY);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> alice.get(soFar).is(200).body().path("entries").size() == 1);
    }

    @Test
    void it_is_json_unless_something_else_is_accepted() {
        Answer json = alice.get(soFar).is(200);

        assertThat(json.header("Content-Type")).startsWith("application/json");
        assertThat(json.text("state")).isEqualTo("PROVISIONAL");
        assertThat(json.text("holder")).isEqualTo("Somebody");
        assertThat(json.text("openingBalance.amount")).isEqualTo("0.00");
        assertThat(json.text("closingBalance.amount")).isEqualTo("100.00");
        assertThat(json.text("entries.0.balance.amount")).isEqualTo("100.00");
        assertThat(json.text("entries.0.remittanceInformation")).isEqualTo("Lunch");
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, text/csv;charset=UTF-8, 'type,bookingDate,valueDate,amount', csv",
        "application/pdf, application/pdf, '%PDF-1.', pdf",
        "application/xml, application/xml, '<?xml version=\"1.0\"', xml"
    })
    void it_is_a_file_of_what_is_accepted_with_the_same_bytes_each_time(
            String accepted, String type, String beginning, String ending) {
        Client client = alice.with("Accept", accepted);

        Answer file = client.get(soFar).is(200);

        assertThat(file.header("Content-Type")).isEqualTo(type);
        assertThat(file.header("Content-Disposition")).startsWith("attachment").endsWith("." + ending + "\"");
        assertThat(file.response().body()).startsWith(beginning);
        assertThat(client.get(soFar).response().body())
                .isEqualTo(file.response().body());
    }

    @Test
    void a_period_that_is_over_is_final() {
        String over = statement(alices, "from=2026-01-01&to=2026-01-31");

        assertThat(alice.get(over).is(200).text("state")).isEqualTo("FINAL");
        assertThat(alice.get(over).text("asOf")).isEqualTo("2026-02-01T00:00:00Z");
    }

    @Test
    void it_is_for_the_owner_and_for_staff() {
        teller.get(soFar).is(200);
        admin.with("Accept", "application/pdf").get(soFar).is(200);
        bob.get(soFar).isProblem(404, "account_not_found");
        bob.with("Accept", "application/pdf").get(soFar).isProblem(404, "account_not_found");
        Client.of(alice.port()).get(soFar).isProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-01-01, missing_fields",
        "to=2026-01-01, missing_fields",
        "from=2026-02-01&to=2026-01-01, invalid_parameter",
        "from=2025-01-01&to=2026-11-01, invalid_parameter",
        "from=2026-01-01&to=tomorrow, invalid_datetime_format",
        "from=2026-01-01&to=9999-12-31, invalid_parameter",
        "from=2026-01-01&to=2026-01-31&format=pdf, unknown_parameter"
    })
    void what_is_no_period_is_refused(String question, String code) {
        alice.get(statement(alices, question)).isProblem(400, code);
        alice.with("Accept", "text/csv").get(statement(alices, question)).isProblem(400, code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"image/png", "text/html"})
    void there_are_no_other_forms(String accepted) {
        alice.with("Accept", accepted).get(soFar).isProblem(406, "not_acceptable");
    }

    private static String statement(String account, String question) {
        return "/api/accounts/" + account + "/statement?" + question;
    }
}
