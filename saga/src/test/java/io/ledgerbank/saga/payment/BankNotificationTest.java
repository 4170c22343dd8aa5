package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.SignedRequest;
import io.ledgerbank.saga.Stage;
import io.ledgerbank.simulator.TestCreditor;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BankNotificationTest {

    private static final Duration LONG = Duration.ofMinutes(10);

    private static Stage stage;

    @BeforeAll
    static void open() {
        stage = Stage.open();
    }

    @AfterAll
    static void close() {
        stage.close();
    }

    @Test
    void a_payment_in_doubt_settles_by_the_notification_and_a_repeat_changes_nothing() {
        PaymentId id = unansweredPayment();

        assertThat(notify(executed(id)).send()).isEqualTo(200);
        assertThat(stage.settled(id).bankReference()).isEqualTo("REF-1");
        List<String> story = stage.story(id);

        assertThat(notify(executed(id)).send()).isEqualTo(200);
        assertThat(stage.story(id)).isEqualTo(story);
    }

    @Test
    void what_a_notification_causes_was_done_by_the_bank() {
        PaymentId id = unansweredPayment();
        notify(executed(id)).send();

        assertThat(stage.settled(id).bankReference()).isEqualTo("REF-1");
        assertThat(stage.messages(id).getLast().getMetaData()).containsEntry(MetadataKeys.ACTOR, "bank:SIMBANK");
    }

    @Test
    void the_bank_itself_notifies_twice_and_the_payment_settles_once() {
        PaymentId id = stage.pay(TestCreditor.REPLIES_TWICE);

        stage.settled(id);
        assertThat(stage.story(id)).containsOnlyOnce("PaymentSettled");
        assertThat(stage.oracle().executionsOf(id)).isEqualTo(1);
    }

    @Test
    void a_rejection_fails_the_payment_with_its_reason() {
        PaymentId id = unansweredPayment();

        assertThat(notify("""
                {"deliveryId":"1","instructionId":"%s","status":"REJECTED","isoReason":"AC04"}
                """.formatted(id)).send()).isEqualTo(200);
        assertThat(stage.reached(id, PaymentFailed.class).reason()).isEqualTo(Reason.CREDITOR_ACCOUNT_CLOSED);
    }

    @Test
    void a_signed_notification_of_no_final_outcome_is_refused_and_changes_nothing() {
        PaymentId id = unansweredPayment();
        List<String> story = stage.story(id);

        for (String status : List.of("PENDING", "FAILED", "executed", "")) {
            SignedRequest request = notify("""
                    {"instructionId":"%s","status":"%s","bankReference":"R","valueDate":"%s"}
                    """.formatted(id, status, today()));
            assertThat(request.send()).isEqualTo(400);
        }
        assertThat(stage.story(id)).isEqualTo(story);
    }

    @Test
    void a_notification_that_makes_no_sense_is_refused() {
        PaymentId id = unansweredPayment();

        assertThat(notify("").send()).isEqualTo(400);
        assertThat(notify("[]").send()).isEqualTo(400);
        assertThat(notify("<html>").send()).isEqualTo(400);
        assertThat(notify("{\"instructionId\":\"drop table\",\"status\":\"REJECTED\"}")
                        .send())
                .isEqualTo(400);
        assertThat(notify("{\"instructionId\":\"%s\",\"status\":\"EXECUTED\"}".formatted(id))
                        .send())
                .isEqualTo(400);
        assertThat(notify(executed(PaymentId.next())).send()).isEqualTo(400);
    }

    @Test
    void a_notification_of_another_sum_is_refused_and_changes_nothing() {
        PaymentId id = unansweredPayment();
        List<String> story = stage.story(id);

        assertThat(notify(executed(id, "12.35", "GBP")).send()).isEqualTo(400);
        assertThat(notify(executed(id, "12.34", "EUR")).send()).isEqualTo(400);
        assertThat(notify(executed(id, "12.34 pounds", "GBP")).send()).isEqualTo(400);
        assertThat(stage.story(id)).isEqualTo(story);

        assertThat(notify(executed(id, "12.34", "GBP")).send()).isEqualTo(200);
        stage.settled(id);
    }

    @Test
    void a_payment_that_was_never_sent_cannot_be_settled_by_a_notification() {
        PaymentId transfer = stage.pay(Orders.transfer());

        assertThat(notify(executed(transfer)).send()).isEqualTo(400);
        assertThat(stage.story(transfer)).containsExactly("PaymentCreated");
    }

    @Test
    void a_notification_without_a_valid_signature_is_refused_and_changes_nothing() {
        PaymentId id = unansweredPayment();
        List<String> story = stage.story(id);
        SignedRequest genuine = notify(executed(id));

        assertThat(genuine.withoutSignature().send()).isEqualTo(401);
        assertThat(genuine.withSignature("sha256=").send()).isEqualTo(401);
        assertThat(genuine.withSignature(genuine.signature().replace("sha256=", ""))
                        .send())
                .isEqualTo(401);
        assertThat(genuine.signedWith("another secret").send()).isEqualTo(401);
        assertThat(genuine.signedWith("another secret").withBody(executed(id)).send())
                .isEqualTo(401);
        assertThat(genuine.withBody(executed(id).replace("REF-1", "REF-2")).send())
                .isEqualTo(401);
        assertThat(stage.story(id)).isEqualTo(story);
    }

    @Test
    void a_stale_or_undated_notification_is_refused() {
        SignedRequest genuine = notify(executed(unansweredPayment()));
        Instant now = Instant.now();

        assertThat(genuine.at(now.minusSeconds(301)).send()).isEqualTo(401);
        assertThat(genuine.at(now.plusSeconds(330)).send()).isEqualTo(401);
        assertThat(genuine.withTimestamp("yesterday").send()).isEqualTo(401);
        assertThat(genuine.withoutTimestamp().send()).isEqualTo(401);
        assertThat(genuine.at(now.minusSeconds(240)).send()).isEqualTo(200);
    }

    @Test
    void only_a_bank_with_a_secret_can_notify() {
        SignedRequest genuine = notify(executed(unansweredPayment()));

        assertThat(genuine.to(stage.url("/api/webhooks/otherbank")).send()).isEqualTo(401);
        assertThat(genuine.to(stage.url("/api/webhooks/-")).send()).isEqualTo(401);
    }

    @Test
    void a_body_that_is_too_large_is_refused() {
        assertThat(notify(" ".repeat(64 * 1024 + 1)).send()).isEqualTo(413);
    }

    /** As if a worker were waiting for the bank, and for a long time yet. */
    private static PaymentId unansweredPayment() {
        PaymentId id = PaymentId.next();
        Instant now = Instant.now();
        stage.given(
                new PaymentCreated(
                        id,
                        Caller.system().userId(),
                        Orders.to(TestCreditor.TIMES_OUT),
                        Optional.of(Orders.ALICE),
                        now),
                new AttemptStarted(id, 1, now, now.plus(LONG)));
        return id;
    }

    private static SignedRequest notify(String body) {
        return SignedRequest.of(stage.url("/api/webhooks/simbank"), body, Stage.SECRET);
    }

    private static String executed(PaymentId id) {
        return """
                {"deliveryId":"1","instructionId":"%s","status":"EXECUTED","bankReference":"REF-1",
                 "executedAt":"2026-01-02T03:04:05Z","valueDate":"%s"}
                """.formatted(id, today());
    }

    private static String executed(PaymentId id, String amount, String currency) {
        return executed(id)
                .replace("}", ",\"amount\":{\"amount\":\"%s\",\"currency\":\"%s\"}}".formatted(amount, currency));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
