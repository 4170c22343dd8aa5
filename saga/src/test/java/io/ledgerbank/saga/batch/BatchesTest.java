package io.ledgerbank.saga.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.payment.SagaCriteria;
import io.ledgerbank.api.payment.SagaFinder.Found;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.saga.batch.Batches.Begun;
import io.ledgerbank.saga.work.Explained;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchesTest extends BatchCase {

    @Test
    void each_payment_gets_one_command_of_whoever_ordered_the_batch() {
        List<Found> payments = stuck(120);

        Batch batch = finished(begin(retryStuck(), ANNA));

        assertThat(batch.state()).isEqualTo(BatchState.DONE);
        assertThat(batch.done()).isEqualTo(120);
        assertThat(batch.left()).isZero();
        assertThat(batch.endedAt()).isPresent();
        assertThat(retried())
                .containsExactlyElementsOf(
                        payments.stream().map(Found::paymentId).toList());
        assertThat(commands).allSatisfy(command -> {
            assertThat(command.caller()).isEqualTo(ANNA);
            assertThat(command.reason()).isEqualTo("The bank is back");
        });
        assertThat(actors).containsOnly(ANNA.toString());
    }

    @Test
    void what_a_payment_refuses_is_noted_and_the_others_go_on() {
        List<Found> payments = stuck(3);
        refusing.put(payments.get(1).paymentId(), Reason.PAYMENT_NOT_FOUND);

        Batch batch = finished(begin(retryStuck(), ANNA));

        assertThat(batch.done()).isEqualTo(2);
        assertThat(batch.failures())
                .containsExactly(new Batch.Failure(payments.get(1).paymentId(), Reason.PAYMENT_NOT_FOUND));
    }

    @Test
    void an_outage_is_waited_out() {
        List<Found> payments = stuck(2);
        refusing.put(payments.getFirst().paymentId(), Reason.SERVICE_UNAVAILABLE);
        Batch batch = begin(retryStuck(), ANNA);
        await(() -> commands.size() > 1);
        assertThat(report(batch).left()).isEqualTo(2);
        refusing.clear();

        assertThat(finished(batch).done()).isEqualTo(2);
    }

    @Test
    void a_batch_goes_on_where_a_dead_node_left_it_and_does_nothing_twice() {
        List<Found> payments = stuck(5);
        hold.drainPermits();
        Batch batch = begin(retryStuck(), ANNA);
        hold.release(2);
        await(() -> commands.size() == 3);
        dieAmidACommand();
        hold.release(100);

        startAgain();

        Batch over = finished(batch);
        assertThat(over.done()).isEqualTo(5);
        assertThat(over.failed()).isZero();
        payments.forEach(payment -> assertThat(actsOn(payment.paymentId())).isEqualTo(1));
    }

    @Test
    void what_was_on_record_when_its_node_died_is_not_done_again() {
        PaymentId payment = stuck(1).getFirst().paymentId();
        dyingAfterRecording = true;
        Batch batch = begin(retryStuck(), ANNA);
        await(() -> actsOn(payment) == 1);
        dieAmidACommand();
        dyingAfterRecording = false;
        hold.release(100);

        startAgain();

        assertThat(finished(batch).done()).isEqualTo(1);
        assertThat(actsOn(payment)).isEqualTo(1);
    }

    @Test
    void what_was_started_and_is_refused_was_not_done() {
        PaymentId payment = stuck(1).getFirst().paymentId();
        refusing.put(payment, Reason.SERVICE_UNAVAILABLE);
        Batch batch = begin(retryStuck(), ANNA);
        await(() -> !commands.isEmpty());

        refusing.put(payment, Reason.PAYMENT_PAUSED);

        assertThat(finished(batch).failures()).containsExactly(new Batch.Failure(payment, Reason.PAYMENT_PAUSED));
    }

    @Test
    void one_poisonous_payment_fails_and_the_others_go_on() {
        List<Found> payments = stuck(3);
        poisonous.add(payments.get(1).paymentId());

        Batch batch = finished(begin(retryStuck(), ANNA));

        assertThat(batch.done()).isEqualTo(2);
        assertThat(batch.failures())
                .containsExactly(new Batch.Failure(payments.get(1).paymentId(), Reason.INTERNAL_SERVER_ERROR));
    }

    @Test
    void a_batch_of_somebody_who_may_order_nothing_any_more_ends() {
        stuck(120);
        hold.drainPermits();
        Batch batch = begin(retryStuck(), ANNA);
        await(() -> commands.size() == 1);

        standing = Optional.of(new Caller(ANNA.userId(), Role.USER));
        hold.release(1000);

        await(() -> report(batch).state() == BatchState.CANCELLED);
        assertThat(report(batch).done()).isLessThanOrEqualTo(50);
    }

    @Test
    void a_repeat_with_the_same_key_is_the_same_batch() {
        stuck(2);
        Optional<String> key = Optional.of("key");
        Begun first = batches().begin(retryStuck(), key, ANNA);
        Begun again = batches().begin(retryStuck(), key, ANNA);

        assertThat(again.by()).isEqualTo(Begun.By.AN_EARLIER_ONE);
        assertThat(again.batch().id()).isEqualTo(first.batch().id());
        assertThat(finished(first.batch()).done()).isEqualTo(2);
        assertThat(commands).hasSize(2);
        BatchOrder other = new BatchOrder(retryStuck().filter(), BatchAction.RETRY, new Explained("Another reason"));
        assertRefused(Reason.IDEMPOTENCY_KEY_REUSED, () -> batches().begin(other, key, ANNA));
        assertThat(batches()
                        .begin(retryStuck(), Optional.of("another"), ANNA)
                        .batch()
                        .id())
                .isNotEqualTo(first.batch().id());
    }

    @Test
    void a_paused_batch_waits_until_it_is_resumed() {
        stuck(3);
        hold.drainPermits();
        Batch batch = begin(retryStuck(), ANNA);
        hold.release(1);
        await(() -> commands.size() == 2);

        assertThat(batches().pause(batch.id(), ANNA).state()).isEqualTo(BatchState.PAUSED);
        hold.release(100);
        await(() -> report(batch).done() == 2);
        assertThat(report(batch).left()).isEqualTo(1);

        assertThat(batches().resume(batch.id(), ANNA).state()).isEqualTo(BatchState.RUNNING);
        assertThat(finished(batch).done()).isEqualTo(3);
    }

    @Test
    void a_cancelled_batch_ends_and_what_was_done_is_done() {
        stuck(3);
        hold.drainPermits();
        Batch batch = begin(retryStuck(), ANNA);
        await(() -> commands.size() == 1);

        assertThat(batches().cancel(batch.id(), ANNA).state()).isEqualTo(BatchState.CANCELLED);
        hold.release(100);
        await(() -> waiting().isEmpty());

        assertThat(report(batch).done()).isEqualTo(1);
        assertThat(report(batch).left()).isEqualTo(2);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> batches().resume(batch.id(), ANNA))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.ALREADY_PROCESSED));
    }

    @Test
    void a_preview_counts_and_sums_and_does_nothing() {
        stuck(3);

        BatchPreview preview = batches().preview(retryStuck(), ANNA);

        assertThat(preview.count()).isEqualTo(3);
        assertThat(preview.sums()).containsExactly(new Sum("6.00", Currency.getInstance("GBP")));
        assertThat(commands).isEmpty();
        assertThat(reports().page(10, Optional.empty())).isEmpty();
    }

    @Test
    void a_batch_without_payments_is_over_at_once() {
        assertThat(finished(begin(retryStuck(), ANNA)).total()).isZero();
    }

    @Test
    void a_batch_over_everything_or_too_much_is_refused() {
        SagaCriteria all = new SagaCriteria(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        BatchOrder everything = new BatchOrder(all, BatchAction.RETRY, new Explained("Because"));
        assertRefused(Reason.MISSING_FIELDS, () -> begin(everything, ANNA));

        stuck(10_001);
        assertRefused(Reason.BATCH_TOO_LARGE, () -> begin(retryStuck(), ANNA));
    }

    @Test
    void only_administrators_have_anything_done() {
        Caller support = new Caller(UserId.next(), Role.SUPPORT);
        stuck(1);
        Batch batch = finished(begin(retryStuck(), ANNA));

        assertRefused(Reason.INSUFFICIENT_PERMISSIONS, () -> begin(retryStuck(), support));
        assertRefused(Reason.INSUFFICIENT_PERMISSIONS, () -> batches().preview(retryStuck(), support));
        assertRefused(Reason.INSUFFICIENT_PERMISSIONS, () -> batches().cancel(batch.id(), support));
    }

    private static void assertRefused(Reason reason, Runnable call) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(call::run)
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(reason));
    }
}
