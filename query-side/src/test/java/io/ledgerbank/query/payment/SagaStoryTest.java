package io.ledgerbank.query.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.payment.BankCall.Kind;
import io.ledgerbank.query.payment.BankCall.Outcome;
import io.ledgerbank.query.payment.SagaDecision.Verdict;
import io.ledgerbank.query.payment.SagaStory.Happened;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SagaStoryTest {

    private static final int VERSION = ErrorCatalog.version();
    private static final PaymentId ID = PaymentId.next();
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Test
    void a_payment_that_its_bank_executes_is_one_call() {
        SagaStory story = story(created(), started(1), settled());

        assertThat(story.calls()).singleElement().satisfies(call -> {
            assertThat(call.kind()).isEqualTo(Kind.SUBMIT);
            assertThat(call.deadline()).contains(NOON.plusSeconds(5));
            assertThat(call.answer()).get().satisfies(answer -> {
                assertThat(answer.outcome()).isEqualTo(Outcome.EXECUTED);
                assertThat(answer.bankReference()).contains("SIM-1");
            });
        });
        assertThat(story.decisions()).isEmpty();
        assertThat(story.timers()).allMatch(timer -> timer.endedAt().isPresent());
    }

    @Test
    void every_decision_comes_with_the_rule_that_made_it() {
        SagaStory story = story(created(), started(1), attemptFailed(VERSION), started(2), unknown(), parked());

        assertThat(story.decisions())
                .extracting(SagaDecision::verdict, SagaDecision::attempt, SagaDecision::catalogueVersion)
                .containsExactly(
                        tuple(Verdict.RETRY, 1, VERSION),
                        tuple(Verdict.INQUIRE, 2, VERSION),
                        tuple(Verdict.PARK, 2, VERSION));
        assertThat(story.decisions().getFirst().rule())
                .contains(SagaRule.ofRetries(Reason.SERVICE_UNAVAILABLE, ErrorCatalog.rules()));
        assertThat(story.decisions().getLast().rule())
                .contains(SagaRule.ofInquiries(Reason.TIMEOUT, ErrorCatalog.rules()));
    }

    @Test
    void the_rule_of_an_older_version_is_remembered() {
        SagaStory story = story(created(), started(1), attemptFailed(1));

        assertThat(story.decisions()).singleElement().satisfies(decision -> assertThat(decision.rule())
                .contains(SagaRule.ofRetries(
                        Reason.SERVICE_UNAVAILABLE, ErrorCatalog.rulesOf(1).orElseThrow())));
    }

    @Test
    void no_rule_is_made_up_for_a_catalogue_that_nobody_remembers() {
        SagaStory story = story(created(), started(1), attemptFailed(4711));

        assertThat(story.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.catalogueVersion()).isEqualTo(4711);
            assertThat(decision.nextAt()).contains(NOON.plusSeconds(1));
            assertThat(decision.rule()).isEmpty();
        });
    }

    @Test
    void each_answer_belongs_to_the_call_before_it() {
        SagaStory story = story(created(), started(1), unknown(), settled());

        assertThat(story.calls())
                .extracting(BankCall::kind, call -> call.answer().map(BankCall.Answer::outcome))
                .containsExactly(
                        tuple(Kind.SUBMIT, Optional.of(Outcome.UNKNOWN)),
                        tuple(Kind.INQUIRE, Optional.of(Outcome.EXECUTED)));
    }

    @Test
    void a_payment_that_failed_says_why_it_was_not_tried_again() {
        SagaStory story = story(created(), started(1), failed());

        assertThat(story.decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.verdict()).isEqualTo(Verdict.FAIL);
            assertThat(decision.attempt()).isEqualTo(1);
            assertThat(decision.reason()).isEqualTo(Reason.CREDITOR_ACCOUNT_CLOSED);
        });
    }

    @Test
    void one_timer_runs_at_a_time_and_none_when_a_person_has_to_go_on() {
        SagaStory story = story(created(), started(1), unknown());

        assertThat(story.timers())
                .extracting(SagaTimer::step, timer -> timer.endedAt().isPresent())
                .containsExactly(tuple(Step.SUBMIT, true), tuple(Step.AWAIT_ANSWER, true), tuple(Step.INQUIRE, false));
        assertThat(story(created(), started(1), unknown(), parked()).timers())
                .allMatch(timer -> timer.endedAt().isPresent());
    }

    private static SagaStory story(PaymentEvent... events) {
        List<Happened> history = IntStream.range(0, events.length)
                .mapToObj(i -> new Happened(events[i], NOON.plusSeconds(i)))
                .toList();
        return SagaStory.of(history);
    }

    private static PaymentEvent created() {
        PaymentOrder order = new PaymentOrder.External(
                AccountId.next(), Books.CAROL, Books.pounds("5"), "Invoice", Optional.empty(), Priority.NORMAL);
        return new PaymentCreated(ID, UserId.next(), order, Optional.of(Books.OUR_IBAN), NOON);
    }

    private static PaymentEvent started(int attempt) {
        return new AttemptStarted(ID, attempt, NOON, NOON.plusSeconds(5));
    }

    private static PaymentEvent attemptFailed(int version) {
        return new AttemptFailed(ID, 1, Reason.SERVICE_UNAVAILABLE, NOON, NOON.plusSeconds(1), version);
    }

    private static PaymentEvent unknown() {
        return new OutcomeUnknown(ID, 2, 1, Reason.TIMEOUT, NOON, NOON.plusSeconds(1), VERSION);
    }

    private static PaymentEvent parked() {
        return new PaymentParked(ID, 2, Reason.TIMEOUT, NOON, VERSION);
    }

    private static PaymentEvent settled() {
        return new PaymentSettled(ID, "SIM-1", LocalDate.parse("2026-11-22"), NOON, Optional.empty());
    }

    private static PaymentEvent failed() {
        return new PaymentFailed(ID, Reason.CREDITOR_ACCOUNT_CLOSED, NOON, VERSION);
    }
}
