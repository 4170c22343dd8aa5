package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.cancel;
import static io.ledgerbank.app.payment.Counter.deposit;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@PaymentTest
class BalancesThroughTimeTest extends PaymentCase {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);
    private static final LocalDate LAST_WEEK = TODAY.minusDays(7);

    @Test
    void an_account_has_four_balances_for_two_value_dates_known_at_two_times() {
        paidIn("20.00", TODAY.minusDays(10));
        String earlier = knownOnce("posted.amount", "120.00");
        paidIn("3.00", TODAY.minusDays(8));
        paidIn("0.50", TODAY);
        String later = knownOnce("posted.amount", "123.50");

        assertThat(posted(LAST_WEEK, earlier)).isEqualTo("20.00");
        assertThat(posted(TODAY, earlier)).isEqualTo("120.00");
        assertThat(posted(LAST_WEEK, later)).isEqualTo("23.00");
        assertThat(posted(TODAY, later)).isEqualTo("123.50");
    }

    @Test
    void what_is_to_count_later_is_on_the_account_but_not_as_of_today() {
        paidIn("20.00", TODAY.plusDays(5));
        String known = knownOnce("posted.amount", "120.00");

        assertThat(alice.get(balance("")).is(200).text("posted.amount")).isEqualTo("120.00");
        assertThat(posted(TODAY, known)).isEqualTo("100.00");
        assertThat(posted(TODAY.plusDays(5), known)).isEqualTo("120.00");
    }

    @Test
    void what_was_held_and_how_far_it_could_be_overdrawn_is_told_as_it_was_known() {
        String payment =
                pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");
        String held = knownOnce("available.amount", "60.00");
        cancel(alice, payment).is(200);
        overdraftOf("30.00");
        String released = knownOnce("available.amount", "130.00");

        Answer then = alice.get(balance("?knownAt=" + held)).is(200);
        Answer now = alice.get(balance("?knownAt=" + released)).is(200);

        assertThat(then.text("held.amount")).isEqualTo("40.00");
        assertThat(then.text("available.amount")).isEqualTo("60.00");
        assertThat(then.text("knownAt")).isEqualTo(held);
        assertThat(then.text("asOf")).isEqualTo(held);
        assertThat(now.text("held.amount")).isEqualTo("0.00");
        assertThat(now.text("available.amount")).isEqualTo("130.00");
        assertThat(now.body().path("position").asLong())
                .isGreaterThan(then.body().path("position").asLong());
    }

    @Test
    void a_day_is_all_of_it_and_a_time_is_its_day() {
        Answer ofDay = alice.get(balance("?asOf=" + TODAY)).is(200);
        Answer ofTime = alice.get(balance("?asOf=" + TODAY + "T00:00:00Z")).is(200);

        assertThat(ofDay.text("asOf")).isEqualTo(TODAY + "T23:59:59.999999Z");
        assertThat(ofTime.text("asOf")).isEqualTo(TODAY + "T00:00:00Z");
        assertThat(ofTime.body().path("posted")).isEqualTo(ofDay.body().path("posted"));
    }

    @Test
    void it_is_for_the_owner_and_for_staff() {
        String question = balance("?asOf=" + TODAY);

        teller.get(question).is(200);
        admin.get(question).is(200);
        bob.get(question).isProblem(404, "account_not_found");
        Client.of(alice.port()).get(question).isProblem(401, "unauthorized");
    }

    @ParameterizedTest
    @CsvSource({
        "asOf=yesterday, invalid_datetime_format",
        "asOf=, invalid_datetime_format",
        "asOf=2026-13-01, invalid_datetime_format",
        "asOf=2026-11-22T10:00:00%2B01:00, invalid_datetime_format",
        "asOf=%2B10000-01-01, invalid_datetime_format",
        "knownAt=2026-11-22, invalid_datetime_format",
        "knownAt=now, invalid_datetime_format",
        "knownAt=9999-12-31T23:59:59Z, invalid_parameter",
        "asof=2026-11-22, unknown_parameter",
    })
    void what_cannot_be_meant_is_refused(String question, String code) {
        alice.get(balance("?" + question)).isProblem(400, code);
    }

    private void paidIn(String amount, LocalDate valueDate) {
        pay(teller, with(deposit(alices, amount), "valueDate", valueDate.toString()))
                .is(201);
    }

    private void overdraftOf(String amount) {
        Map<String, Object> limits = Map.of(
                "singleLimit", Counter.pounds("10000.00"),
                "dailyLimit", Counter.pounds("1000.00"),
                "monthlyLimit", Counter.pounds("20000.00"),
                "overdraftLimit", Counter.pounds(amount));
        String request = admin.send("PUT", "/api/accounts/" + alices + "/limits", limits)
                .is(202)
                .header("Location");
        counter.somebody(Role.ADMIN)
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .post(request + "/approve", "")
                .is(200);
    }

    /** A time at which that much is known, and after which whatever comes next will be recorded. */
    private String knownOnce(String field, String amount) {
        Answer known = await().atMost(Duration.ofSeconds(20))
                .until(() -> alice.get(balance("?asOf=" + TODAY.plusDays(30))).is(200), answer -> answer.text(field)
                        .equals(amount));
        return Instant.parse(known.text("knownAt")).toString();
    }

    private String posted(LocalDate asOf, String knownAt) {
        Answer answer =
                alice.get(balance("?asOf=" + asOf + "&knownAt=" + knownAt)).is(200);
        assertThat(answer.text("knownAt")).isEqualTo(knownAt);
        return answer.text("posted.amount");
    }

    private String balance(String question) {
        return "/api/accounts/" + alices + "/balance" + question;
    }
}
