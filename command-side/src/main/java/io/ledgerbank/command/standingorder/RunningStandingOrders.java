package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.SchedulePayment;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.RunStandingOrder;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderProgress;
import io.ledgerbank.api.standingorder.StandingOrderRan;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.payment.FuturePayments;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;

/**
 * Makes the runs of standing orders. A run, its payment and what the payment moves are one append, and only the next run can
 * be made: none is made twice, none is left out, and those that were missed are made in their order.
 */
final class RunningStandingOrders {

    private final Repository<StandingOrder> orders;
    private final FuturePayments payments;
    private final RunTimes times;
    private final BankCalendar calendar;

    RunningStandingOrders(
            Repository<StandingOrder> orders, FuturePayments payments, RunTimes times, BankCalendar calendar) {
        this.orders = orders;
        this.payments = payments;
        this.times = times;
        this.calendar = calendar;
    }

    @CommandHandler
    StandingOrderProgress handle(RunStandingOrder command) throws Exception {
        StandingOrderId id = command.standingOrderId();
        Aggregate<StandingOrder> order = KeepingStandingOrders.load(orders, id);
        DueRun run = order.invoke(StandingOrder::progress)
                .next()
                .filter(next -> next.number() == command.run())
                .orElseThrow(() -> new RejectedException(
                        Reason.ALREADY_PROCESSED, "The standing order does not wait for run " + command.run()));
        StandingOrderPlaced placed = order.invoke(StandingOrder::placed);
        StandingOrderRan ran = ran(placed, run, made(placed, run));
        order.execute(active -> active.record(ran));
        return order.invoke(StandingOrder::progress);
    }

    /** What came of taking the run's payment on. */
    private record Made(Optional<PaymentId> payment, Optional<Reason> refusal) {}

    private Made made(StandingOrderPlaced placed, DueRun run) throws Exception {
        String reference = RunReference.of(placed.standingOrderId(), run.date());
        PaymentOrder order = RunReference.orderOf(placed.order(), reference);
        PaymentId id = PaymentId.next();
        try {
            payments.make(
                    new SchedulePayment(id, order, run.dueAt(), times.laterTries(run.date()), placed.orderedBy()));
            return new Made(Optional.of(id), Optional.empty());
        } catch (RejectedException refused) {
            return new Made(Optional.empty(), Optional.of(refused.reason()));
        }
    }

    private StandingOrderRan ran(StandingOrderPlaced placed, DueRun run, Made made) {
        return new StandingOrderRan(
                placed.standingOrderId(),
                run,
                made.payment(),
                made.refusal(),
                calendar.now(),
                times.run(placed.recurrence(), run.number() + 1));
    }
}
