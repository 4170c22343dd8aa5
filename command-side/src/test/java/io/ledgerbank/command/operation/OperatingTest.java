package io.ledgerbank.command.operation;

import static io.ledgerbank.command.operation.OperationCase.WHY;
import static io.ledgerbank.command.operation.OperationCase.pending;
import static io.ledgerbank.command.payment.Orders.ID;
import static io.ledgerbank.command.payment.Orders.failed;
import static io.ledgerbank.command.payment.Orders.holdReleased;
import static io.ledgerbank.command.payment.Orders.started;
import static io.ledgerbank.command.payment.Orders.unknown;
import static io.ledgerbank.command.testing.People.ADMIN;
import static io.ledgerbank.command.testing.People.NOW;
import static io.ledgerbank.command.testing.People.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.operation.CompensatePayment;
import io.ledgerbank.api.operation.NotePayment;
import io.ledgerbank.api.operation.Operation;
import io.ledgerbank.api.operation.PausePayment;
import io.ledgerbank.api.operation.PaymentStanding;
import io.ledgerbank.api.operation.ResumePayment;
import io.ledgerbank.api.operation.RetryPayment;
import io.ledgerbank.api.payment.CompensationOrdered;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentNoted;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.payment.SpanningFixture;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperatingTest {

    private static final UserId ADMINISTRATOR = ADMIN.userId();

    @Test
    void a_retry_sends_at_once_what_waits_for_its_next_attempt() {
        SpanningFixture bank = pending().given(started(1), failed(1));

        PaymentStanding standing = bank.when(retry()).thenAnswered(PaymentStanding.class);

        assertThat(standing.step()).isEqualTo(Step.SUBMIT);
        assertThat(standing.dueAt()).contains(NOW);
        assertThat(bank.log()).last().isEqualTo(ordered(2, 0));
        assertThat(bank.when(new StartAttempt(ID, 2, Duration.ofSeconds(5))).refusal())
                .isEmpty();
    }

    @Test
    void a_retry_asks_at_once_about_what_is_to_be_asked_about() {
        pending().given(started(1), unknown(1, 1), unknown(1, 2)).when(retry()).then(ordered(1, 2));
    }

    @Test
    void a_retry_of_what_is_parked_begins_to_ask_anew_and_never_sends() {
        SpanningFixture bank = ResolvingTest.parked();

        assertThat(bank.when(retry()).thenAnswered(PaymentStanding.class).step())
                .isEqualTo(Step.INQUIRE);
        assertThat(bank.log()).last().isEqualTo(ordered(1, 1));
        bank.when(new StartAttempt(ID, 2, Duration.ofSeconds(5))).thenRefused(Reason.ALREADY_PROCESSED);
    }

    @Test
    void while_an_answer_is_awaited_there_is_nothing_to_retry() {
        pending().given(started(1)).when(retry()).thenRefused(Reason.NOTHING_TO_RETRY);
    }

    @Test
    void what_was_never_sent_is_cancelled() {
        pending()
                .when(compensate())
                .then(
                        holdReleased(),
                        new CompensationOrdered(ID, ADMINISTRATOR, WHY, NOW),
                        new PaymentCancelled(ID, NOW));
    }

    @Test
    void what_the_bank_certainly_did_not_execute_is_given_up() {
        pending()
                .given(started(1), failed(1))
                .when(compensate())
                .then(
                        holdReleased(),
                        new CompensationOrdered(ID, ADMINISTRATOR, WHY, NOW),
                        new PaymentFailed(ID, Reason.TIMEOUT, NOW, ErrorCatalog.version()));
    }

    @Test
    void what_was_tried_often_enough_waits_with_its_money_for_a_person_who_gives_it_up() {
        exhausted()
                .when(compensate())
                .then(
                        holdReleased(),
                        new CompensationOrdered(ID, ADMINISTRATOR, WHY, NOW),
                        new PaymentFailed(ID, Reason.TIMEOUT, NOW, ErrorCatalog.version()));
    }

    @Test
    void or_has_it_sent_once_more() {
        SpanningFixture bank = exhausted();

        assertThat(bank.when(retry()).thenAnswered(PaymentStanding.class).step())
                .isEqualTo(Step.SUBMIT);
        assertThat(bank.log()).last().isEqualTo(ordered(4, 0));
        bank.when(new StartAttempt(ID, 4, Duration.ofSeconds(5)));
        bank.when(new RecordOutcome(ID, 4, Outcome.NotExecuted.because(Reason.TIMEOUT)));
        bank.when(compensate()).thenAnswered(PaymentStanding.class);
    }

    @Test
    void what_its_bank_refused_for_a_reason_that_nobody_knows_is_given_up_too() {
        SpanningFixture bank = pending().given(started(1));
        bank.when(new RecordOutcome(ID, 1, Outcome.NotExecuted.because(Reason.BANK_REASON_UNMAPPED)));

        assertThat(bank.when(compensate()).events()).hasAtLeastOneElementOfType(PaymentFailed.class);
    }

    private static SpanningFixture exhausted() {
        SpanningFixture bank = pending().given(started(1), failed(1), started(2), failed(2), started(3));
        bank.when(new RecordOutcome(ID, 3, Outcome.NotExecuted.because(Reason.TIMEOUT)));
        return bank;
    }

    @Test
    void what_the_bank_may_have_executed_is_not_given_up() {
        pending().given(started(1)).when(compensate()).thenRefused(Reason.OUTCOME_UNKNOWN);
        pending().given(started(1), unknown(1, 1)).when(compensate()).thenRefused(Reason.OUTCOME_UNKNOWN);
        ResolvingTest.parked().when(compensate()).thenRefused(Reason.OUTCOME_UNKNOWN);
    }

    @Test
    void what_is_paused_is_neither_sent_nor_retried_until_it_is_resumed() {
        SpanningFixture bank = pending();
        bank.when(pause()).then(new PaymentPaused(ID, ADMINISTRATOR, WHY, NOW));

        bank.when(new StartAttempt(ID, 1, Duration.ofSeconds(5))).thenRefused(Reason.PAYMENT_PAUSED);
        bank.when(retry()).thenRefused(Reason.PAYMENT_PAUSED);
        bank.when(pause()).thenRefused(Reason.ALREADY_PROCESSED);
        bank.when(resume()).then(new PaymentResumed(ID, ADMINISTRATOR, WHY, NOW));
        bank.when(resume()).thenRefused(Reason.ALREADY_PROCESSED);
        assertThat(bank.when(new StartAttempt(ID, 1, Duration.ofSeconds(5))).refusal())
                .isEmpty();
    }

    @Test
    void what_the_bank_says_of_a_paused_payment_is_recorded() {
        SpanningFixture bank = pending().given(started(1));
        bank.when(pause()).thenAnswered(PaymentStanding.class);

        assertThat(bank.when(new RecordOutcome(ID, 1, new Outcome.Executed("SIM-1", TODAY)))
                        .events())
                .hasAtLeastOneElementOfType(PaymentSettled.class);
    }

    @Test
    void what_fails_while_it_is_paused_stays_paused() {
        SpanningFixture bank = pending().given(started(1));
        bank.when(pause()).thenAnswered(PaymentStanding.class);
        bank.when(new RecordOutcome(ID, 1, Outcome.NotExecuted.because(Reason.SERVICE_UNAVAILABLE)));

        bank.when(new StartAttempt(ID, 2, Duration.ofSeconds(5))).thenRefused(Reason.PAYMENT_PAUSED);
    }

    @Test
    void a_note_changes_nothing_and_may_be_written_after_the_end() {
        SpanningFixture bank = pending();
        PaymentNoted noted = new PaymentNoted(ID, ADMINISTRATOR, WHY, NOW);

        bank.when(note()).then(noted);
        bank.when(compensate()).thenAnswered(PaymentStanding.class);
        bank.when(note()).then(noted);
    }

    @Test
    void nothing_else_is_done_after_the_end() {
        SpanningFixture bank = pending();
        bank.when(compensate()).thenAnswered(PaymentStanding.class);

        for (Operation late : List.of(retry(), compensate(), pause(), resume())) {
            bank.when(late).thenRefused(Reason.ALREADY_PROCESSED);
        }
    }

    private static RetryOrdered ordered(int attempt, int inquiry) {
        return new RetryOrdered(ID, ADMINISTRATOR, WHY, attempt, inquiry, NOW, ErrorCatalog.version());
    }

    private static RetryPayment retry() {
        return new RetryPayment(ID, WHY, Optional.empty(), ADMIN);
    }

    private static CompensatePayment compensate() {
        return new CompensatePayment(ID, WHY, Optional.empty(), ADMIN);
    }

    private static PausePayment pause() {
        return new PausePayment(ID, WHY, Optional.empty(), ADMIN);
    }

    private static ResumePayment resume() {
        return new ResumePayment(ID, WHY, Optional.empty(), ADMIN);
    }

    private static NotePayment note() {
        return new NotePayment(ID, WHY, Optional.empty(), ADMIN);
    }
}
