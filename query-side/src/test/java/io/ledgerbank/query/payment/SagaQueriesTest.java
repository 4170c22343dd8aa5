package io.ledgerbank.query.payment;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.ledgerbank.api.bank.BankCode;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.projection.ProjectionName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SagaQueriesTest extends ReadModelTest {

    @Autowired
    private SagaQueries sagas;

    private AccountId account;

    @BeforeEach
    void an_account_with_money() {
        account = books.open(alice);
        books.deposit(account, pounds("100"));
    }

    @Test
    void sagas_are_filtered_by_state_step_reason_bank_and_age() {
        PaymentId stuck = books.order(account, pounds("1"));
        books.attempt(stuck, 1);
        books.park(stuck, 1);
        PaymentId running = books.order(account, pounds("1"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        assertThat(found(Optional.of(SagaState.STUCK), Optional.of(Step.PARKED), Optional.of(Reason.TIMEOUT)))
                .contains(stuck)
                .doesNotContain(running);
        assertThat(found(Optional.of(SagaState.RUNNING), Optional.empty(), Optional.empty()))
                .contains(running)
                .doesNotContain(stuck);
        assertThat(found(Optional.of(new BankCode("SIMBANK")), Optional.of(Duration.ofHours(1))))
                .contains(stuck, running);
        assertThat(found(Optional.of(new BankCode("OTHERBANK")), Optional.empty()))
                .isEmpty();
        assertThat(found(Optional.empty(), Optional.of(Duration.ofDays(2)))).isEmpty();
    }

    @Test
    void the_summary_counts_by_state_and_step_with_what_is_held() {
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);
        SagaSummary before = sagas.summary(STAFF);
        PaymentId stuck = books.order(account, pounds("7"));
        books.attempt(stuck, 1);
        books.park(stuck, 1);
        PaymentId settled = books.order(account, pounds("3"));
        books.settle(settled, account, pounds("3"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        SagaSummary after = sagas.summary(STAFF);

        assertThat(count(after, SagaState.STUCK) - count(before, SagaState.STUCK))
                .isEqualTo(1);
        assertThat(held(after, SagaState.STUCK) - held(before, SagaState.STUCK)).isEqualTo(700);
        assertThat(count(after, SagaState.COMPLETED) - count(before, SagaState.COMPLETED))
                .isEqualTo(1);
        assertThat(held(after, SagaState.COMPLETED)).isZero();
        assertThat(after.oldestStuck()).isPresent();
    }

    @Test
    void a_saga_tells_its_calls_decisions_and_timers() {
        PaymentId id = books.order(account, pounds("5"));
        books.attempt(id, 1);
        books.failAttempt(id, 1);
        books.attempt(id, 2);
        books.loseAnswer(id, 2, 1);
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        SagaHistory saga = sagas.saga(id, STAFF);

        assertThat(saga.bankCalls())
                .extracting(BankCall::kind, BankCall::attempt, BankCall::inquiry)
                .containsExactly(
                        tuple(BankCall.Kind.SUBMIT, 1, 0),
                        tuple(BankCall.Kind.SUBMIT, 2, 0),
                        tuple(BankCall.Kind.INQUIRE, 2, 1));
        assertThat(saga.decisions())
                .extracting(SagaDecision::verdict, SagaDecision::reason, SagaDecision::catalogueVersion)
                .containsExactly(
                        tuple(SagaDecision.Verdict.RETRY, Reason.SERVICE_UNAVAILABLE, ErrorCatalog.version()),
                        tuple(SagaDecision.Verdict.INQUIRE, Reason.TIMEOUT, ErrorCatalog.version()));
        assertThat(saga.timers()).last().satisfies(timer -> {
            assertThat(timer.step()).isEqualTo(Step.INQUIRE);
            assertThat(timer.endedAt()).isEmpty();
            assertThat(saga.saga().dueAt()).contains(timer.dueAt());
        });
    }

    @Test
    void a_saga_ages_until_it_is_over() {
        PaymentId open = books.order(account, pounds("1"));
        PaymentId settled = books.order(account, pounds("3"));
        books.settle(settled, account, pounds("3"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        assertThat(sagas.saga(open, STAFF).saga().ageSeconds()).isGreaterThan(3600);
        assertThat(sagas.saga(settled, STAFF).saga().ageSeconds()).isLessThan(60);
    }

    @Test
    void a_payment_without_a_saga_is_not_found() {
        PaymentId deposit = books.deposit(account, pounds("1"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        for (PaymentId unknown : List.of(PaymentId.next(), deposit)) {
            assertThatExceptionOfType(RejectedException.class)
                    .isThrownBy(() -> sagas.saga(unknown, STAFF))
                    .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.PAYMENT_NOT_FOUND));
        }
    }

    private static long count(SagaSummary summary, SagaState state) {
        return summary.steps().stream()
                .filter(step -> step.state() == state)
                .mapToLong(SagaSummary.StepCount::count)
                .sum();
    }

    private static long held(SagaSummary summary, SagaState state) {
        return summary.steps().stream()
                .filter(step -> step.state() == state)
                .flatMap(step -> step.held().stream())
                .mapToLong(held -> held.minorUnits().longValueExact())
                .sum();
    }

    private List<PaymentId> found(Optional<SagaState> state, Optional<Step> step, Optional<Reason> reason) {
        return found(new SagaFilter(state, step, reason, Optional.empty(), Optional.empty()));
    }

    private List<PaymentId> found(Optional<BankCode> bank, Optional<Duration> age) {
        return found(new SagaFilter(Optional.empty(), Optional.empty(), Optional.empty(), bank, age));
    }

    private List<PaymentId> found(SagaFilter filter) {
        return sagas.sagas(filter, first(100), STAFF).items().stream()
                .map(SagaDetails::paymentId)
                .toList();
    }
}
