package io.ledgerbank.query.standingorder;

import static io.ledgerbank.query.Books.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.Priority;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.Recurrence;
import io.ledgerbank.api.standingorder.StandingOrderCancelled;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.query.ReadModelTest;
import io.ledgerbank.query.projection.ProjectionName;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class StandingOrderProjectionTest extends ReadModelTest {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-22");
    private static final Instant MORNING = Instant.parse("2026-11-22T06:00:00Z");

    @Autowired
    private StandingOrderQueries orders;

    private AccountId alices;
    private AccountId bobs;
    private StandingOrderPlaced placed;

    @BeforeEach
    void alice_pays_bob_twice() {
        alices = books.open(alice);
        bobs = books.open(bob);
        books.deposit(alices, pounds("100"));
        placed = new StandingOrderPlaced(
                StandingOrderId.next(),
                new PaymentOrder.Transfer(alices, bobs, pounds("5"), "Rent", Optional.empty(), Priority.NORMAL),
                new Recurrence(Frequency.WEEKLY, FIRST, Optional.empty(), Optional.of(2)),
                asAlice,
                run(1),
                MORNING.minusSeconds(60));
        books.append(placed);
    }

    @Test
    void an_order_is_shown_as_it_was_placed() {
        assertThat(shown()).isEqualTo(StandingOrderDetails.of(placed, StandingOrderProgress.of(placed)));
        assertThat(shown().nextDate()).contains(FIRST);
    }

    @Test
    void a_run_moves_the_order_on_and_is_shown_with_what_became_of_its_payment() {
        PaymentId paid = books.transfer(alices, bobs, pounds("5"));
        books.append(ran(1, Optional.of(paid), Optional.empty(), Optional.of(run(2))));
        allCaughtUp();

        assertThat(shown())
                .returns(StandingOrderStatus.ACTIVE, StandingOrderDetails::status)
                .returns(Optional.of(FIRST.plusWeeks(1)), StandingOrderDetails::nextDate)
                .returns(1, StandingOrderDetails::runsMade);
        assertThat(runs())
                .containsExactly(new RunDetails(
                        1,
                        FIRST,
                        MORNING,
                        Optional.of(paid),
                        PaymentStatus.COMPLETED,
                        Optional.empty(),
                        Optional.empty()));
    }

    @Test
    void a_run_whose_payment_failed_tells_why() {
        PaymentId failed = books.order(alices, pounds("5"));
        books.append(
                ran(1, Optional.of(failed), Optional.empty(), Optional.of(run(2))),
                new PaymentFailed(failed, Reason.INSUFFICIENT_FUNDS, MORNING, ErrorCatalog.version()));
        allCaughtUp();

        assertThat(runs())
                .singleElement()
                .returns(PaymentStatus.FAILED, RunDetails::status)
                .returns(Optional.of(Reason.INSUFFICIENT_FUNDS), RunDetails::refusal);
    }

    @Test
    void a_run_without_a_payment_failed_and_tells_why() {
        books.append(ran(1, Optional.empty(), Optional.of(Reason.ACCOUNT_INACTIVE), Optional.of(run(2))));
        allCaughtUp();

        assertThat(runs())
                .singleElement()
                .returns(PaymentStatus.FAILED, RunDetails::status)
                .returns(Optional.empty(), RunDetails::paymentId)
                .returns(Optional.of(Reason.ACCOUNT_INACTIVE), RunDetails::refusal);
    }

    @Test
    void the_last_run_completes_the_order_and_runs_come_newest_first() {
        books.append(
                ran(1, Optional.of(PaymentId.next()), Optional.empty(), Optional.of(run(2))),
                ran(2, Optional.of(PaymentId.next()), Optional.empty(), Optional.empty()));
        allCaughtUp();

        assertThat(shown())
                .returns(StandingOrderStatus.COMPLETED, StandingOrderDetails::status)
                .returns(Optional.empty(), StandingOrderDetails::nextDate)
                .returns(2, StandingOrderDetails::runsMade);
        assertThat(runs()).extracting(RunDetails::number).containsExactly(2, 1);
    }

    @Test
    void a_cancelled_order_has_no_run_to_come() {
        books.append(new StandingOrderCancelled(placed.standingOrderId(), MORNING));

        assertThat(shown())
                .returns(StandingOrderStatus.CANCELLED, StandingOrderDetails::status)
                .returns(Optional.empty(), StandingOrderDetails::nextDate);
    }

    @Test
    void orders_are_listed_for_whoever_placed_them_and_exist_for_nobody_else() {
        allCaughtUp();

        assertThat(orders.orders(Optional.of(StandingOrderStatus.ACTIVE), first(10), asAlice)
                        .items())
                .extracting(StandingOrderDetails::id)
                .containsExactly(placed.standingOrderId());
        assertThat(orders.orders(Optional.empty(), first(10), asBob).items()).isEmpty();
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> orders.order(placed.standingOrderId(), asBob))
                .returns(Reason.STANDING_ORDER_NOT_FOUND, RejectedException::reason);
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> orders.runs(placed.standingOrderId(), first(10), STAFF))
                .returns(Reason.STANDING_ORDER_NOT_FOUND, RejectedException::reason);
    }

    private StandingOrderDetails shown() {
        caughtUp(ProjectionName.STANDING_ORDERS);
        return orders.order(placed.standingOrderId(), asAlice);
    }

    private List<RunDetails> runs() {
        return orders.runs(placed.standingOrderId(), first(10), asAlice).items();
    }

    private StandingOrderRan ran(
            int number, Optional<PaymentId> payment, Optional<Reason> refusal, Optional<DueRun> next) {
        return new StandingOrderRan(placed.standingOrderId(), run(number), payment, refusal, MORNING, next);
    }

    private static DueRun run(int number) {
        LocalDate date = FIRST.plusWeeks(number - 1L);
        return new DueRun(number, date, date.atTime(LocalTime.of(6, 0)).toInstant(ZoneOffset.UTC));
    }
}
