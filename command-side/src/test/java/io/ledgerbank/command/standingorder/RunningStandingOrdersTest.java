package io.ledgerbank.command.standingorder;

import static io.ledgerbank.command.testing.People.ALICE;
import static io.ledgerbank.command.testing.People.BOB;
import static io.ledgerbank.command.testing.People.pounds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.AccountId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.standingorder.CancelStandingOrder;
import io.ledgerbank.api.standingorder.Frequency;
import io.ledgerbank.api.standingorder.PlaceStandingOrder;
import io.ledgerbank.api.standingorder.Recurrence;
import io.ledgerbank.api.standingorder.RunStandingOrder;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.testing.CommandSideTest;
import io.ledgerbank.command.testing.TestBank;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.Message;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@CommandSideTest
class RunningStandingOrdersTest {

    private final CommandGateway commands;
    private final EventStore log;
    private final TestBank bank;
    private final LocalDate tomorrow;

    private AccountId alices;
    private AccountId bobs;

    RunningStandingOrdersTest(CommandGateway commands, EventStore log, TestBank bank, BankCalendar calendar) {
        this.commands = commands;
        this.log = log;
        this.bank = bank;
        this.tomorrow = calendar.dayOf(calendar.now()).plusDays(1);
    }

    @BeforeEach
    void alice_has_ten_pounds() {
        alices = bank.openWith(ALICE, pounds("10.00"));
        bobs = bank.open(BOB).id();
    }

    @Test
    void a_run_is_a_payment_that_is_made_with_it() {
        StandingOrderId id = place("4.00", 3);

        StandingOrderProgress progress = run(id, 1);

        assertThat(progress.status()).isEqualTo(StandingOrderStatus.ACTIVE);
        assertThat(progress.next().orElseThrow().date()).isEqualTo(tomorrow.plusDays(1));
        assertThat(events(lastRun(id).paymentId().orElseThrow())).last().isInstanceOf(PaymentCompleted.class);
        assertThat(bank.posted(alices)).isEqualTo(600);
        assertThat(bank.posted(bobs)).isEqualTo(400);
    }

    @Test
    void a_run_is_made_once() {
        StandingOrderId id = place("4.00", 3);
        run(id, 1);

        assertRefused(new RunStandingOrder(id, 1), Reason.ALREADY_PROCESSED);

        assertThat(bank.posted(bobs)).isEqualTo(400);
    }

    @Test
    void no_run_is_left_out() {
        StandingOrderId id = place("4.00", 3);

        assertRefused(new RunStandingOrder(id, 2), Reason.ALREADY_PROCESSED);
    }

    @Test
    void runs_that_are_caught_up_at_once_are_no_duplicates_and_the_last_completes_the_order() {
        StandingOrderId id = place("4.00", 2);

        run(id, 1);
        StandingOrderProgress progress = run(id, 2);

        assertThat(progress).isEqualTo(new StandingOrderProgress(StandingOrderStatus.COMPLETED, Optional.empty(), 2));
        assertThat(bank.posted(bobs)).isEqualTo(800);
        assertRefused(new RunStandingOrder(id, 3), Reason.ALREADY_PROCESSED);
    }

    @Test
    void for_want_of_funds_a_run_is_tried_again_at_the_other_times_of_its_day() {
        StandingOrderId id = place("10.01", 3);

        run(id, 1);

        assertThat(events(lastRun(id).paymentId().orElseThrow()))
                .last()
                .isInstanceOfSatisfying(ExecutionDeferred.class, deferred -> {
                    assertThat(deferred.reason()).isEqualTo(Reason.INSUFFICIENT_FUNDS);
                    assertThat(deferred.nextTryAt()).isEqualTo(tomorrow + "T12:00:00Z");
                });
        assertThat(bank.posted(alices)).isEqualTo(1000);
    }

    @Test
    void a_refused_run_leaves_the_order_as_it_is() {
        StandingOrderId id = place("10.01", 3);
        run(id, 1);
        bank.openWith(ALICE, pounds("1.00"));

        assertThat(run(id, 2).runsMade()).isEqualTo(2);
    }

    @Test
    void a_cancelled_order_has_no_more_runs() {
        StandingOrderId id = place("4.00", 3);
        commands.sendAndWait(new CancelStandingOrder(id, ALICE));

        assertRefused(new RunStandingOrder(id, 1), Reason.ALREADY_PROCESSED);
    }

    @Test
    void an_order_that_nobody_placed_has_no_runs() {
        assertRefused(new RunStandingOrder(StandingOrderId.next(), 1), Reason.STANDING_ORDER_NOT_FOUND);
    }

    private StandingOrderId place(String amount, int runs) {
        StandingOrderId id = StandingOrderId.next();
        PaymentOrder order = TestBank.transfer(alices, bobs, pounds(amount));
        Recurrence daily = new Recurrence(Frequency.DAILY, tomorrow, Optional.empty(), Optional.of(runs));
        commands.sendAndWait(new PlaceStandingOrder(id, order, daily, ALICE));
        return id;
    }

    private StandingOrderProgress run(StandingOrderId id, int number) {
        return commands.sendAndWait(new RunStandingOrder(id, number));
    }

    private StandingOrderRan lastRun(StandingOrderId id) {
        return (StandingOrderRan) events(id).getLast();
    }

    private List<Object> events(Object stream) {
        return log.readEvents(stream.toString())
                .asStream()
                .<Object>map(Message::getPayload)
                .toList();
    }

    private void assertRefused(Object command, Reason reason) {
        assertThatExceptionOfType(RejectedException.class)
                .isThrownBy(() -> commands.sendAndWait(command))
                .returns(reason, RejectedException::reason);
    }
}
