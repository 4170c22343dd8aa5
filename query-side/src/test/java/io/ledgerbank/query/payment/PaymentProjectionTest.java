package io.ledgerbank.query.payment;

import static io.ledgerbank.query.Books.CAROL;
import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.PaymentType;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.query.Books;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.projection.ProjectionName;
import io.ledgerbank.query.projection.Recorded;
import io.ledgerbank.query.projection.Tables;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

class PaymentProjectionTest extends ReadModelTest {

    @Autowired
    private DataSource dataSource;

    @Autowired
    private PaymentQueries payments;

    private AccountId alices;
    private AccountId bobs;

    @BeforeEach
    void two_accounts_with_money() {
        alices = books.open(alice);
        bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
    }

    @Test
    void a_transfer_is_shown_as_it_was_ordered() {
        PaymentDetails transfer = shown(books.transfer(alices, bobs, pounds("30")));

        assertThat(transfer.type()).isEqualTo(PaymentType.TRANSFER);
        assertThat(transfer.amount()).isEqualTo(pounds("30"));
        assertThat(transfer.debtorAccountId()).contains(alices);
        assertThat(transfer.creditorAccountId()).contains(bobs);
        assertThat(transfer.creditor()).isEmpty();
        assertThat(transfer.endToEndId()).contains("E2E");
        assertThat(transfer.priority()).isEqualTo(Priority.CRITICAL);
        assertThat(transfer.status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(transfer.isoStatus()).isEqualTo("ACSC");
        assertThat(transfer.completedAt()).isPresent();
    }

    @Test
    void cash_is_shown_with_the_one_account_it_concerns() {
        PaymentDetails withdrawal = shown(books.withdraw(alices, pounds("5")));
        PaymentDetails deposit = shown(books.deposit(bobs, pounds("5")));

        assertThat(withdrawal.debtorAccountId()).contains(alices);
        assertThat(withdrawal.creditorAccountId()).isEmpty();
        assertThat(deposit.debtorAccountId()).isEmpty();
        assertThat(deposit.creditorAccountId()).contains(bobs);
    }

    @Test
    void an_external_payment_is_pending_until_the_bank_is_called() {
        PaymentDetails payment = shown(books.order(alices, pounds("40")));

        assertThat(payment.type()).isEqualTo(PaymentType.PAYMENT);
        assertThat(payment.creditor()).contains(CAROL);
        assertThat(payment.status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(payment.completedAt()).isEmpty();
        assertThat(payment.attempts()).isZero();
    }

    @Test
    void a_failed_attempt_tells_when_the_next_one_is() {
        PaymentId id = books.order(alices, pounds("40"));
        books.attempt(id, 1);
        books.failAttempt(id, 1);

        PaymentState state = state(id);

        assertThat(state.status()).isEqualTo(PaymentStatus.PROCESSING);
        assertThat(state.attempts()).isEqualTo(1);
        assertThat(state.nextRetryAt()).isPresent();
        assertThat(state.outcomeUnknown()).isFalse();
        assertThat(state.lastReason()).contains(Reason.SERVICE_UNAVAILABLE);
    }

    @Test
    void a_lost_answer_leaves_the_outcome_unknown() {
        PaymentId id = books.order(alices, pounds("40"));
        books.attempt(id, 1);
        books.loseAnswer(id, 1, 1);

        assertThat(state(id).outcomeUnknown()).isTrue();
        assertThat(state(id).isoStatus()).isEqualTo("PDNG");
        assertThat(state(id).nextRetryAt()).isPresent();

        books.park(id, 1);

        assertThat(state(id).outcomeUnknown()).isTrue();
        assertThat(state(id).nextRetryAt()).isEmpty();
    }

    @Test
    void what_is_paused_or_waits_for_a_person_says_so() {
        PaymentId id = books.order(alices, pounds("12.34"));
        books.attempt(id, 1);
        books.failAttempt(id, 1);
        books.pause(id);

        assertThat(state(id).paused()).isTrue();
        assertThat(state(id).nextRetryAt()).isEmpty();
        assertThat(state(id).parked()).isFalse();

        books.resume(id);
        books.attempt(id, 2);
        books.park(id, 2);

        assertThat(state(id).paused()).isFalse();
        assertThat(state(id).parked()).isTrue();
    }

    @Test
    void a_settled_payment_is_completed_and_a_refused_one_failed_for_its_reason() {
        PaymentId settled = books.order(alices, pounds("40"));
        books.attempt(settled, 1);
        books.settle(settled, alices, pounds("40"));
        PaymentId refused = books.order(alices, pounds("10"));
        books.attempt(refused, 1);
        books.refuse(refused, alices, pounds("10"));

        assertThat(shown(settled).status()).isEqualTo(PaymentStatus.COMPLETED);
        assertThat(shown(settled).failure()).isEmpty();
        assertThat(shown(refused).status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(shown(refused).completedAt()).isEmpty();
        assertThat(shown(refused).failure())
                .contains(new PaymentDetails.Failure(Reason.CREDITOR_ACCOUNT_CLOSED, Optional.of("AC04")));
    }

    @Test
    void a_scheduled_payment_waits_for_its_day() {
        PaymentId id = books.schedule(alices, pounds("40"));

        assertThat(shown(id).status()).isEqualTo(PaymentStatus.SCHEDULED);
        assertThat(shown(id).executionDate()).contains(Books.TODAY.plusDays(1));
        assertThat(state(id).nextRetryAt()).isEmpty();

        books.defer(id);

        assertThat(state(id).status()).isEqualTo(PaymentStatus.SCHEDULED);
        assertThat(state(id).nextRetryAt()).isPresent();
        assertThat(state(id).lastReason()).contains(Reason.INSUFFICIENT_FUNDS);

        Instant ordered = shown(id).createdAt();
        books.execute(id, alices, pounds("40"));

        assertThat(shown(id).status()).isEqualTo(PaymentStatus.PENDING);
        assertThat(shown(id).createdAt()).isEqualTo(ordered);
    }

    @Test
    void what_turned_out_to_stay_within_our_books_is_shown_as_a_transfer() {
        PaymentId id = books.schedule(alices, pounds("40"));
        caughtUp(ProjectionName.PAYMENTS);
        books.executeWithinOurBooks(id, alices, bobs, pounds("40"));

        assertThat(shown(id).type()).isEqualTo(PaymentType.TRANSFER);
        assertThat(shown(id).creditorAccountId()).contains(bobs);
        assertThat(shown(id).creditor()).isEmpty();
        assertThat(listed(filter(bobs, null, null, null, null))).contains(id);
    }

    @Test
    void a_payment_that_was_called_off_says_so() {
        PaymentId id = books.schedule(alices, pounds("40"));
        books.cancelScheduled(id);

        assertThat(shown(id).status()).isEqualTo(PaymentStatus.CANCELLED);
        assertThat(shown(id).isoStatus()).isEqualTo("CANC");
    }

    @Test
    void payments_are_filtered_by_account_on_either_side_status_type_and_time() {
        PaymentId transfer = books.transfer(alices, bobs, pounds("1"));
        PaymentId deposit = books.deposit(bobs, pounds("1"));
        PaymentId external = books.order(alices, pounds("1"));
        caughtUp(ProjectionName.PAYMENTS);
        Instant ordered = payments.payment(external, STAFF).createdAt();

        assertThat(listed(filter(bobs, null, null, null, null))).containsExactly(deposit, transfer);
        assertThat(listed(filter(alices, PaymentStatus.PENDING, null, null, null)))
                .containsExactly(external);
        assertThat(listed(filter(alices, null, PaymentType.TRANSFER, null, null)))
                .containsExactly(transfer);
        assertThat(listed(filter(alices, null, null, ordered, null))).containsExactly(external);
        assertThat(listed(filter(alices, null, null, null, ordered)))
                .contains(transfer)
                .doesNotContain(external);
    }

    @Test
    void an_event_of_a_payment_that_was_never_created_is_not_swallowed() {
        var event = new PaymentCompleted(PaymentId.next(), Books.NOW);

        assertThatIllegalStateException()
                .isThrownBy(() -> new PaymentProjection(Tables.live(new JdbcTemplate(dataSource)))
                        .write(List.of(new Recorded<>(event, 4711, "", Books.NOW))))
                .withMessageContaining(event.paymentId().toString());
    }

    private static PaymentFilter filter(
            AccountId account, PaymentStatus status, PaymentType type, Instant from, Instant to) {
        return new PaymentFilter(
                Optional.of(account),
                Optional.ofNullable(status),
                Optional.ofNullable(type),
                Optional.ofNullable(from),
                Optional.ofNullable(to));
    }

    private List<PaymentId> listed(PaymentFilter filter) {
        return payments.payments(filter, first(100), STAFF).items().stream()
                .map(PaymentDetails::id)
                .toList();
    }

    private PaymentDetails shown(PaymentId id) {
        caughtUp(ProjectionName.PAYMENTS);
        return payments.payment(id, STAFF);
    }

    private PaymentState state(PaymentId id) {
        caughtUp(ProjectionName.PAYMENTS);
        return payments.state(id, STAFF);
    }
}
