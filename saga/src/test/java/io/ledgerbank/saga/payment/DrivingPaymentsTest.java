package io.ledgerbank.saga.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.Execution;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentNoted;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentPaused;
import io.ledgerbank.api.payment.PaymentResumed;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.Orders;
import io.ledgerbank.saga.bank.Capability;
import io.ledgerbank.saga.payment.NextAction.Inquire;
import io.ledgerbank.saga.payment.NextAction.Nothing;
import io.ledgerbank.saga.payment.NextAction.Park;
import io.ledgerbank.saga.payment.NextAction.Submit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is done next after each event of what may happen to a payment, as the events alone tell it. */
class DrivingPaymentsTest {

    private static final PaymentId ID = PaymentId.next();
    private static final UserId ADMIN = UserId.next();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final Instant DEADLINE = NOON.plusSeconds(5);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final Instant NONE_ON_ITS_WAY = DEADLINE.plus(GRACE);
    private static final Instant LATER = NOON.plusSeconds(60);
    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");
    private static final Set<Capability> ASKABLE = EnumSet.allOf(Capability.class);
    private static final Set<Capability> SILENT = Set.of(Capability.DEDUPES);
    private static final PaymentSettled SETTLED = new PaymentSettled(ID, "SIM-1", TODAY, NOON, Optional.empty());
    private static final PaymentParked PARKED = new PaymentParked(ID, 1, Reason.TIMEOUT, NOON, ErrorCatalog.version());

    private final PaymentProcess process = new PaymentProcess(GRACE);

    @Test
    void success() {
        after().is(new Submit(1, NOON));
        after(started(1)).is(new Inquire(1, 1, NONE_ON_ITS_WAY));
        after(started(1), SETTLED).is(new Nothing());
    }

    @Test
    void rejection() {
        after(started(1), failedFor(Reason.CREDITOR_ACCOUNT_CLOSED)).is(new Nothing());
    }

    @Test
    void timeout() {
        after(started(1), unknown(1)).is(new Inquire(1, 1, LATER));
        after(started(1), unknown(1), unknown(2)).is(new Inquire(1, 2, LATER));
        after(started(1), unknown(1), attemptFailed(1)).is(new Submit(2, LATER));
    }

    @Test
    void lost_reply() {
        after(started(1), unknown(1), SETTLED).is(new Nothing());
    }

    @Test
    void late_reply() {
        after(started(1), attemptFailed(1), SETTLED).is(new Nothing());
        after(started(1), unknown(1), PARKED, SETTLED).is(new Nothing());
    }

    @Test
    void double_reply() {
        assertThat(after(started(1), SETTLED).next())
                .isEqualTo(after(started(1), SETTLED).next());
        after(started(1), attemptFailed(1), started(2), SETTLED).is(new Nothing());
    }

    @Test
    void exhausted_retries() {
        after(started(1), attemptFailed(1), started(2), attemptFailed(2), started(3))
                .is(new Inquire(3, 1, NONE_ON_ITS_WAY));
        after(
                        started(1),
                        attemptFailed(1),
                        started(2),
                        attemptFailed(2),
                        started(3),
                        failedFor(Reason.SERVICE_UNAVAILABLE))
                .is(new Nothing());
    }

    @Test
    void exhausted_inquiries() {
        after(started(1), unknown(1), PARKED).is(new Nothing());
    }

    @Test
    void cancel_racing_submission() {
        after(new PaymentCancelled(ID, NOON)).is(new Nothing());
        after(started(1)).is(new Inquire(1, 1, NONE_ON_ITS_WAY));
    }

    @Test
    void return_after_completion() {
        after(started(1), SETTLED, new PaymentReturned(ID, Reason.CREDITOR_ACCOUNT_CLOSED, "R", NOON))
                .is(new Nothing());
    }

    @Test
    void a_late_fact_that_contradicts_a_final_state() {
        OutcomeContradicted contradicted = new OutcomeContradicted(
                ID,
                1,
                Execution.EXECUTED,
                Optional.empty(),
                Optional.of("SIM-1"),
                Orders.SIMBANK,
                Orders.AMOUNT,
                TODAY,
                TODAY,
                NOON);

        after(started(1), failedFor(Reason.BANK_REJECTED), contradicted).is(new Nothing());
    }

    @Test
    void paused_and_resumed() {
        PaymentPaused paused = new PaymentPaused(ID, ADMIN, "Fraud?", NOON);
        PaymentResumed resumed = new PaymentResumed(ID, ADMIN, "No fraud", NOON);

        after(paused).is(new Nothing());
        after(paused, resumed).is(new Submit(1, NOON));
        after(started(1), paused).is(new Nothing());
        after(started(1), paused, unknown(1)).is(new Nothing());
        after(started(1), paused, unknown(1), resumed).is(new Inquire(1, 1, LATER));
    }

    @Test
    void a_note() {
        after(started(1), unknown(1), new PaymentNoted(ID, ADMIN, "Called them", NOON))
                .is(new Inquire(1, 1, LATER));
    }

    @Test
    void an_ordered_retry() {
        after(started(1), attemptFailed(1), ordered(2, 0)).is(new Submit(2, NOON));
        after(started(1), unknown(1), unknown(2), ordered(1, 2)).is(new Inquire(1, 2, NOON));
        after(started(1), unknown(1), PARKED, ordered(1, 1)).is(new Inquire(1, 1, NOON));
    }

    @Test
    void a_bank_that_cannot_be_asked_gets_one_attempt_and_then_it_is_left_to_a_person() {
        after().at(SILENT, new Submit(1, NOON));
        after(started(1)).at(SILENT, new Park(1, NONE_ON_ITS_WAY));
        after(started(1), unknown(1)).at(SILENT, new Park(1, NONE_ON_ITS_WAY));
        after(started(1), PARKED).at(SILENT, new Nothing());
        after(started(1), PARKED, ordered(1, 1)).at(SILENT, new Park(1, NONE_ON_ITS_WAY));
        after(started(1), attemptFailed(1)).at(SILENT, new Submit(2, LATER));
    }

    /** Whoever comes after a crash knows the events and nothing else. */
    @Test
    void crash_at_every_step() {
        List<PaymentEvent> history = List.of(
                started(1),
                unknown(1),
                unknown(2),
                attemptFailed(1),
                started(2),
                unknown(1),
                PARKED,
                ordered(2, 1),
                unknown(1),
                attemptFailed(2),
                started(3),
                SETTLED);

        IntStream.rangeClosed(0, history.size()).forEach(length -> {
            PaymentEvent[] survived = history.subList(0, length).toArray(PaymentEvent[]::new);
            boolean certainlyNotExecuted = length == 0 || history.get(length - 1) instanceof AttemptFailed;
            Then then = after(survived);

            assertThat(then.next() instanceof Submit)
                    .as("sends after %s", List.of(survived))
                    .isEqualTo(certainlyNotExecuted);
            assertThat(then.next() instanceof Nothing)
                    .as("does nothing after %s", List.of(survived))
                    .isEqualTo(length > 0 && (history.get(length - 1) == PARKED || length == history.size()));
        });
    }

    private record Then(PaymentProcess process, PaymentLife life) {

        NextAction next() {
            return process.next(life.progress(), ASKABLE);
        }

        void is(NextAction expected) {
            at(ASKABLE, expected);
        }

        void at(Set<Capability> bank, NextAction expected) {
            assertThat(process.next(life.progress(), bank)).isEqualTo(expected);
        }
    }

    private Then after(PaymentEvent... events) {
        PaymentEvent created = new PaymentCreated(
                ID,
                Caller.system().userId(),
                Orders.to(Orders.creditor(Orders.ANYONE, Orders.SIMBANK)),
                Optional.of(Orders.ALICE),
                NOON);
        return new Then(
                process,
                PaymentLife.of(
                        Stream.concat(Stream.of(created), Stream.of(events)).iterator()));
    }

    private static AttemptStarted started(int attempt) {
        return new AttemptStarted(ID, attempt, NOON, DEADLINE);
    }

    private static AttemptFailed attemptFailed(int attempt) {
        return new AttemptFailed(ID, attempt, Reason.TIMEOUT, NOON, LATER, ErrorCatalog.version());
    }

    private static OutcomeUnknown unknown(int inquiry) {
        return new OutcomeUnknown(ID, 1, inquiry, Reason.TIMEOUT, NOON, LATER, ErrorCatalog.version());
    }

    private static PaymentFailed failedFor(Reason reason) {
        return new PaymentFailed(ID, reason, NOON, ErrorCatalog.version());
    }

    private static RetryOrdered ordered(int attempt, int inquiry) {
        return new RetryOrdered(ID, ADMIN, "Now", attempt, inquiry, NOON, ErrorCatalog.version());
    }
}
