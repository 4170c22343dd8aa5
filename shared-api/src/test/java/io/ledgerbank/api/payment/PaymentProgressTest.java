package io.ledgerbank.api.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.Examples;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PaymentProgressTest {

    private static final PaymentId ID = Examples.PAYMENT;
    private static final Instant NOON = Examples.NOON;
    private static final AttemptStarted FIRST_ATTEMPT = new AttemptStarted(ID, 1, NOON, NOON.plusSeconds(5));

    @Test
    void a_created_payment_waits_to_be_submitted() {
        PaymentProgress created = after();

        assertThat(created.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(created.step()).isEqualTo(Step.SUBMIT);
        assertThat(created.isoStatus()).isEqualTo("ACFC");
        assertThat(created.sequence()).isZero();
    }

    @Test
    void a_started_attempt_waits_for_its_answer_until_the_deadline() {
        PaymentProgress started = after(FIRST_ATTEMPT);

        assertThat(started.step()).isEqualTo(Step.AWAIT_ANSWER);
        assertThat(started.attempts()).isEqualTo(1);
        assertThat(started.due()).isEqualTo(NOON.plusSeconds(5));
        assertThat(started.isoStatus()).isEqualTo("ACSP");
    }

    @Test
    void an_unknown_outcome_is_to_be_inquired_and_shows_as_pending() {
        PaymentProgress unknown = after(
                FIRST_ATTEMPT,
                new OutcomeUnknown(ID, 1, 1, Reason.TIMEOUT, NOON, NOON.plusSeconds(1), ErrorCatalog.version()));

        assertThat(unknown.step()).isEqualTo(Step.INQUIRE);
        assertThat(unknown.outcomeUnknown()).isTrue();
        assertThat(unknown.isoStatus()).isEqualTo("PDNG");
        assertThat(unknown.lastReason()).contains(Reason.TIMEOUT);
    }

    @Test
    void a_failed_attempt_waits_to_be_submitted_again_and_forgets_its_inquiries() {
        PaymentProgress failed = after(
                FIRST_ATTEMPT,
                new OutcomeUnknown(ID, 1, 1, Reason.TIMEOUT, NOON, NOON.plusSeconds(1), ErrorCatalog.version()),
                new AttemptFailed(ID, 1, Reason.TIMEOUT, NOON, NOON.plusSeconds(2), ErrorCatalog.version()));

        assertThat(failed.step()).isEqualTo(Step.SUBMIT);
        assertThat(failed.inquiries()).isZero();
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.sequence()).isEqualTo(3);
    }

    @Test
    void the_deadline_of_an_attempt_is_kept_as_long_as_its_outcome_is_unknown() {
        Instant deadline = FIRST_ATTEMPT.deadline();
        OutcomeUnknown first =
                new OutcomeUnknown(ID, 1, 1, Reason.TIMEOUT, NOON, NOON.plusSeconds(1), ErrorCatalog.version());
        OutcomeUnknown second =
                new OutcomeUnknown(ID, 1, 2, Reason.TIMEOUT, NOON, NOON.plusSeconds(3), ErrorCatalog.version());
        PaymentParked parked = new PaymentParked(ID, 1, Reason.TIMEOUT, NOON, ErrorCatalog.version());

        assertThat(after().attemptDeadline()).isEmpty();
        assertThat(after(FIRST_ATTEMPT).attemptDeadline()).contains(deadline);
        assertThat(after(FIRST_ATTEMPT, first, second).attemptDeadline()).contains(deadline);
        assertThat(after(FIRST_ATTEMPT, first, second, parked).attemptDeadline())
                .contains(deadline);
    }

    @Test
    void another_attempt_has_its_own_deadline_and_in_between_there_is_none() {
        AttemptFailed failed =
                new AttemptFailed(ID, 1, Reason.TIMEOUT, NOON, NOON.plusSeconds(2), ErrorCatalog.version());
        AttemptStarted second = new AttemptStarted(ID, 2, NOON, NOON.plusSeconds(60));

        assertThat(after(FIRST_ATTEMPT, failed).attemptDeadline()).isEmpty();
        assertThat(after(FIRST_ATTEMPT, failed, second).attemptDeadline()).contains(NOON.plusSeconds(60));
    }

    @Test
    void a_settled_payment_is_done_and_remembers_no_reason() {
        PaymentProgress settled = after(
                FIRST_ATTEMPT,
                new OutcomeUnknown(ID, 1, 1, Reason.TIMEOUT, NOON, NOON, ErrorCatalog.version()),
                new PaymentSettled(ID, "SIM-1", LocalDate.EPOCH, NOON, Optional.empty()));

        assertThat(settled.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(settled.step()).isEqualTo(Step.DONE);
        assertThat(settled.lastReason()).isEmpty();
        assertThat(settled.endedAt()).contains(NOON);
    }

    @Test
    void a_failed_payment_shows_why_in_the_catalogues_and_in_isos_words() {
        PaymentProgress failed = after(
                FIRST_ATTEMPT, new PaymentFailed(ID, Reason.CREDITOR_ACCOUNT_CLOSED, NOON, ErrorCatalog.version()));
        PaymentDetails details = PaymentDetails.of(PaymentTerms.of(Examples.externalPaymentCreated()), failed);

        assertThat(details.isoStatus()).isEqualTo("RJCT");
        assertThat(details.completedAt()).isEmpty();
        assertThat(details.failure()).hasValueSatisfying(failure -> {
            assertThat(failure.code()).isEqualTo(Reason.CREDITOR_ACCOUNT_CLOSED);
            assertThat(failure.isoReason()).contains("AC04");
        });
    }

    @Test
    void a_scheduled_payment_waits_for_its_day_and_goes_on_like_any_other_then() {
        PaymentLife scheduled = PaymentLife.startingWith(Examples.paymentScheduled());
        PaymentLife deferred =
                scheduled.after(new ExecutionDeferred(ID, Reason.INSUFFICIENT_FUNDS, NOON, NOON.plusSeconds(3600)));
        PaymentCreated routed = Examples.externalPaymentCreated();
        PaymentLife created = deferred.after(routed);

        assertThat(scheduled.details().isoStatus()).isEqualTo("PDNG");
        assertThat(scheduled.progress().step()).isEqualTo(Step.AWAIT_DAY);
        assertThat(deferred.progress().status()).isEqualTo(PaymentStatus.SCHEDULED);
        assertThat(deferred.progress().due()).isEqualTo(NOON.plusSeconds(3600));
        assertThat(created.progress().sequence()).isEqualTo(2);
        assertThat(created.progress().step()).isEqualTo(Step.SUBMIT);
        assertThat(created.terms().order()).isEqualTo(routed.order());
        assertThat(created.terms().createdAt()).isEqualTo(scheduled.terms().createdAt());
    }

    @Test
    void a_reversed_payment_stays_completed_since_when_it_was() {
        PaymentProgress reversed = after(
                new PaymentCompleted(ID, NOON),
                new PaymentReversed(ID, PaymentId.next(), Examples.TWELVE_POUNDS, NOON.plusSeconds(60)));

        assertThat(reversed.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(reversed.completedAt()).contains(NOON);
    }

    private static PaymentProgress after(PaymentEvent... events) {
        PaymentProgress progress = PaymentProgress.of(Examples.externalPaymentCreated());
        for (PaymentEvent event : events) {
            progress = progress.after(event);
        }
        return progress;
    }
}
