package io.ledgerbank.app.payment;

import static io.ledgerbank.app.payment.Counter.CAROLS_IBAN;
import static io.ledgerbank.app.payment.Counter.available;
import static io.ledgerbank.app.payment.Counter.cancel;
import static io.ledgerbank.app.payment.Counter.deposit;
import static io.ledgerbank.app.payment.Counter.external;
import static io.ledgerbank.app.payment.Counter.key;
import static io.ledgerbank.app.payment.Counter.pay;
import static io.ledgerbank.app.payment.Counter.process;
import static io.ledgerbank.app.payment.Counter.shown;
import static io.ledgerbank.app.payment.Counter.transfer;
import static io.ledgerbank.app.payment.Counter.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PaymentTest
class PayingLaterTest extends PaymentCase {

    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    @Autowired
    private JdbcClient jdbc;

    @Test
    void a_payment_for_another_day_is_scheduled_and_holds_nothing() {
        Answer ordered = pay(alice, onDay(3, transfer(alices, bobs, "30.00"))).is(201);

        assertThat(ordered.text("status")).isEqualTo("SCHEDULED");
        assertThat(ordered.text("isoStatus")).isEqualTo("PDNG");
        assertThat(ordered.text("executionDate")).isEqualTo(TODAY.plusDays(3).toString());
        Answer shown = shown(alice, ordered.text("id"), "SCHEDULED");
        assertThat(shown.body()).isEqualTo(ordered.body());
        available(alice, alices, "100.00");
    }

    @Test
    void an_administrator_runs_it_now_and_it_is_made_once() {
        String id =
                pay(alice, onDay(3, transfer(alices, bobs, "30.00"))).is(201).text("id");

        process(alice, id).isProblem(403, "insufficient_permissions");
        process(teller, id).isProblem(403, "insufficient_permissions");
        admin.post("/api/payments/" + id + "/process", "").isProblem(400, "missing_idempotency_key");
        Client once = admin.with("Idempotency-Key", key());
        Answer made = once.post("/api/payments/" + id + "/process", "").is(200);
        assertThat(made.text("status")).isEqualTo("COMPLETED");
        Answer again = once.post("/api/payments/" + id + "/process", "").is(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.body()).isEqualTo(made.body());
        process(admin, id).isProblem(409, "already_processed");
        available(alice, alices, "70.00");
        shown(alice, id, "COMPLETED");
    }

    @Test
    void what_is_refused_on_its_day_has_failed_with_the_reason() {
        String id =
                pay(alice, onDay(3, transfer(alices, bobs, "100.01"))).is(201).text("id");

        Answer made = process(admin, id).is(200);

        assertThat(made.text("status")).isEqualTo("FAILED");
        assertThat(made.text("failure.code")).isEqualTo("insufficient_funds");
        assertThat(shown(alice, id, "FAILED").text("failure.isoReason")).isEqualTo("AM04");
        assertThat(alice.get("/api/payments/" + id + "/status").text("lastReason"))
                .isEqualTo("insufficient_funds");
    }

    @Test
    void what_somebody_ordered_who_is_suspended_by_then_has_failed() {
        String id =
                pay(alice, onDay(3, transfer(alices, bobs, "30.00"))).is(201).text("id");
        suspend(alice);

        Answer made = process(admin, id).is(200);

        assertThat(made.text("status")).isEqualTo("FAILED");
        assertThat(made.text("failure.code")).isEqualTo("account_suspended");
        assertThat(shown(teller, id, "FAILED").text("failure.isoReason")).isEqualTo("AC06");
        available(teller, alices, "100.00");
    }

    @Test
    void today_is_at_once_and_yesterday_is_refused() {
        assertThat(pay(alice, onDay(0, transfer(alices, bobs, "30.00"))).is(201).text("status"))
                .isEqualTo("COMPLETED");
        pay(alice, onDay(-1, transfer(alices, bobs, "30.00"))).isProblem(400, "invalid_execution_date");
        pay(alice, with(transfer(alices, bobs, "30.00"), "executionDate", "tomorrow"))
                .isProblem(400, "invalid_datetime_format");
    }

    @Test
    void nobody_schedules_from_anothers_account() {
        pay(bob, onDay(3, transfer(alices, bobs, "1.00"))).isProblem(404, "account_not_found");
        pay(teller, onDay(3, transfer(alices, bobs, "1.00"))).isProblem(404, "account_not_found");
    }

    @Test
    void what_waits_for_its_day_is_called_off() {
        String id =
                pay(alice, onDay(3, transfer(alices, bobs, "30.00"))).is(201).text("id");

        cancel(bob, id).isProblem(404, "payment_not_found");
        assertThat(cancel(alice, id).is(200).text("status")).isEqualTo("CANCELLED");
        cancel(alice, id).isProblem(409, "already_processed");
        process(admin, id).isProblem(409, "already_processed");
        assertThat(shown(alice, id, "CANCELLED").text("isoStatus")).isEqualTo("CANC");
    }

    @Test
    void what_no_bank_knows_of_is_called_off_and_its_funds_are_there_again() {
        String id = pay(alice, external(alices, CAROLS_IBAN, "40.00")).is(201).text("id");
        available(alice, alices, "60.00");

        Answer cancelled = cancel(teller, id).is(200);

        assertThat(cancelled.text("status")).isEqualTo("CANCELLED");
        assertThat(cancelled.body().path("amount").path("amount").asString()).isEqualTo("40.00");
        available(alice, alices, "100.00");
        shown(alice, id, "CANCELLED");
    }

    @Test
    void what_has_moved_is_not_called_off() {
        String id = pay(alice, transfer(alices, bobs, "30.00")).is(201).text("id");

        cancel(alice, id).isProblem(409, "already_processed");
        cancel(admin, "01900000-0000-7000-8000-000000000000").isProblem(404, "payment_not_found");
        cancel(admin, "4711").isProblem(400, "invalid_uuid_format");
    }

    @Test
    void staff_dates_the_value_of_what_stays_within_our_books() {
        String id = pay(
                        teller,
                        with(
                                deposit(alices, "5.00"),
                                "valueDate",
                                TODAY.minusDays(10).toString()))
                .is(201)
                .text("id");

        available(alice, alices, "105.00");
        assertThat(shown(alice, id, "COMPLETED").text("valueDate"))
                .isEqualTo(TODAY.minusDays(10).toString());
        assertThat(alice.get("/api/accounts/" + alices + "/entries")
                        .body()
                        .at("/items/0/valueDate")
                        .asString())
                .isEqualTo(TODAY.minusDays(10).toString());
        pay(
                        teller,
                        with(
                                deposit(alices, "5.00"),
                                "valueDate",
                                TODAY.minusDays(31).toString()))
                .isProblem(400, "invalid_value_date");
        pay(alice, with(transfer(alices, bobs, "5.00"), "valueDate", TODAY.toString()))
                .isProblem(403, "insufficient_permissions");
        pay(alice, with(external(alices, CAROLS_IBAN, "5.00"), "valueDate", TODAY.toString()))
                .isProblem(400, "unknown_field");
    }

    private void suspend(Client user) {
        jdbc.sql("UPDATE identity.user_credential SET status = 'SUSPENDED' WHERE user_id = ?")
                .param(UUID.fromString(user.get("/api/auth/me").is(200).text("id")))
                .update();
    }

    private static Map<String, Object> onDay(int daysAhead, Map<String, Object> order) {
        return with(order, "executionDate", TODAY.plusDays(daysAhead).toString());
    }
}
