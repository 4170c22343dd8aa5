package io.ledgerbank.query.payment;

import static io.ledgerbank.query.Books.CAROL;
import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.audit.LoggedEvent;
import io.ledgerbank.query.projection.ProjectionName;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class SagaProjectionTest extends ReadModelTest {

    @Autowired
    private SagaQueries sagas;

    private AccountId account;

    @BeforeEach
    void an_account_with_money() {
        account = books.open(alice);
        books.deposit(account, pounds("100"));
    }

    @Test
    void a_saga_runs_from_the_order_to_the_banks_answer() {
        PaymentId id = books.order(account, pounds("40"));

        assertThat(saga(id).state()).isEqualTo(SagaState.RUNNING);
        assertThat(saga(id).step()).isEqualTo(Step.SUBMIT);
        assertThat(saga(id).bankCode()).isEqualTo(CAROL.bankCode());
        assertThat(saga(id).amount()).isEqualTo(pounds("40"));

        books.attempt(id, 1);

        assertThat(saga(id).state()).isEqualTo(SagaState.RUNNING);
        assertThat(saga(id).step()).isEqualTo(Step.AWAIT_ANSWER);
        assertThat(saga(id).dueAt()).isPresent();

        books.settle(id, account, pounds("40"));

        assertThat(saga(id).state()).isEqualTo(SagaState.COMPLETED);
        assertThat(saga(id).step()).isEqualTo(Step.DONE);
        assertThat(saga(id).dueAt()).isEmpty();
    }

    @Test
    void a_saga_waits_for_the_next_attempt_by_the_catalogues_rule() {
        PaymentId id = books.order(account, pounds("40"));
        books.attempt(id, 1);
        books.failAttempt(id, 1);

        assertThat(saga(id).state()).isEqualTo(SagaState.WAITING);
        assertThat(saga(id).reason()).contains(Reason.SERVICE_UNAVAILABLE);
        assertThat(sagas.saga(id, STAFF).rule()).hasValueSatisfying(rule -> {
            assertThat(rule.action()).isEqualTo(SagaRule.Action.RETRY);
            assertThat(rule.maxAttempts())
                    .isEqualTo(Reason.SERVICE_UNAVAILABLE.retryPolicy().maxAttempts());
        });
    }

    @Test
    void a_saga_whose_outcome_is_unknown_waits_for_inquiries_and_then_is_stuck() {
        PaymentId id = books.order(account, pounds("40"));
        books.attempt(id, 1);
        books.loseAnswer(id, 1, 1);

        assertThat(saga(id).state()).isEqualTo(SagaState.WAITING);
        assertThat(sagas.saga(id, STAFF).rule()).hasValueSatisfying(rule -> {
            assertThat(rule.action()).isEqualTo(SagaRule.Action.INQUIRE);
            assertThat(rule.maxAttempts()).isEqualTo(ErrorCatalog.inquiries().maxAttempts());
        });

        books.park(id, 1);

        assertThat(saga(id).state()).isEqualTo(SagaState.STUCK);
        assertThat(saga(id).dueAt()).isEmpty();
    }

    @Test
    void a_saga_of_a_payment_that_certainly_failed_is_compensated() {
        PaymentId id = books.order(account, pounds("40"));
        books.attempt(id, 1);
        books.refuse(id, account, pounds("40"));

        assertThat(saga(id).state()).isEqualTo(SagaState.COMPENSATED);
        assertThat(saga(id).reason()).contains(Reason.CREDITOR_ACCOUNT_CLOSED);
    }

    @Test
    void a_saga_that_somebody_holds_is_paused_and_goes_on_where_it_was() {
        PaymentId id = books.order(account, pounds("40"));
        books.attempt(id, 1);
        books.failAttempt(id, 1);
        books.pause(id);

        assertThat(saga(id).state()).isEqualTo(SagaState.PAUSED);
        assertThat(saga(id).dueAt()).isEmpty();

        books.resume(id);

        assertThat(saga(id).state()).isEqualTo(SagaState.WAITING);
        assertThat(saga(id).dueAt()).isPresent();
    }

    @Test
    void a_saga_whose_end_the_bank_contradicts_is_stuck_until_somebody_has_found_out() {
        PaymentId id = books.order(account, pounds("40"));
        books.attempt(id, 1);
        books.refuse(id, account, pounds("40"));
        books.contradict(id, pounds("40"));

        assertThat(saga(id).state()).isEqualTo(SagaState.STUCK);
        assertThat(saga(id).step()).isEqualTo(Step.DISPUTED);

        books.believeOurselves(id, pounds("40"));

        assertThat(saga(id).state()).isEqualTo(SagaState.COMPENSATED);
    }

    @Test
    void the_timeline_has_the_payments_events_and_its_holds() {
        PaymentId other = books.order(account, pounds("1"));
        PaymentId id = books.order(account, pounds("40"));
        books.attempt(id, 1);
        books.settle(id, account, pounds("40"));
        books.refuse(other, account, pounds("1"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        List<LoggedEvent> timeline = sagas.saga(id, STAFF).timeline();

        assertThat(timeline)
                .extracting(LoggedEvent::type)
                .containsExactly("PaymentCreated", "FundsHeld", "AttemptStarted", "HoldCaptured", "PaymentSettled");
        assertThat(timeline).extracting(LoggedEvent::position).isSorted();
    }

    @Test
    void payments_within_our_books_have_no_saga() {
        PaymentId deposit = books.deposit(account, pounds("1"));
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);

        assertThatThrownBy(() -> sagas.saga(deposit, STAFF)).hasMessageStartingWith("payment_not_found");
    }

    private SagaDetails saga(PaymentId id) {
        caughtUp(ProjectionName.ACCOUNTS, ProjectionName.SAGAS);
        return sagas.saga(id, STAFF).saga();
    }
}
