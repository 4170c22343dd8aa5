package io.ledgerbank.command.standingorder;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.StandingOrderId;
import io.ledgerbank.api.standingorder.CancelStandingOrder;
import io.ledgerbank.api.standingorder.DueRun;
import io.ledgerbank.api.standingorder.PlaceStandingOrder;
import io.ledgerbank.api.standingorder.StandingOrderCancelled;
import io.ledgerbank.api.standingorder.StandingOrderDetails;
import io.ledgerbank.api.standingorder.StandingOrderPlaced;
import io.ledgerbank.api.standingorder.StandingOrderStatus;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.payment.FuturePayments;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Takes standing orders on and ends them, for those whose account pays. */
final class KeepingStandingOrders {

    private final Repository<StandingOrder> orders;
    private final FuturePayments payments;
    private final RunTimes times;
    private final BankCalendar calendar;

    KeepingStandingOrders(
            Repository<StandingOrder> orders, FuturePayments payments, RunTimes times, BankCalendar calendar) {
        this.orders = orders;
        this.payments = payments;
        this.times = times;
        this.calendar = calendar;
    }

    @CommandHandler
    StandingOrderDetails handle(PlaceStandingOrder command) throws Exception {
        Instant now = calendar.now();
        if (command.recurrence().firstDate().isBefore(calendar.dayOf(now))) {
            throw new RejectedException(
                    Reason.INVALID_EXECUTION_DATE, "The first date is over; today is " + calendar.dayOf(now));
        }
        payments.requireAcceptable(command.order(), command.caller());
        DueRun first = times.run(command.recurrence(), 1).orElseThrow();
        StandingOrderPlaced placed = new StandingOrderPlaced(
                command.standingOrderId(), command.order(), command.recurrence(), command.caller(), first, now);
        return orders.newInstance(() -> new StandingOrder(placed)).invoke(StandingOrder::details);
    }

    @CommandHandler
    StandingOrderDetails handle(CancelStandingOrder command) {
        Aggregate<StandingOrder> order = loadFor(command.caller(), command.standingOrderId());
        if (order.invoke(StandingOrder::progress).status() != StandingOrderStatus.ACTIVE) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The standing order has ended already");
        }
        StandingOrderCancelled cancelled = new StandingOrderCancelled(command.standingOrderId(), calendar.now());
        order.execute(active -> active.record(cancelled));
        return order.invoke(StandingOrder::details);
    }

    private Aggregate<StandingOrder> loadFor(Caller caller, StandingOrderId id) {
        Aggregate<StandingOrder> order = load(orders, id);
        if (!caller.owns(order.invoke(StandingOrder::placed).orderedBy().userId())) {
            throw notFound(id);
        }
        return order;
    }

    static Aggregate<StandingOrder> load(Repository<StandingOrder> orders, StandingOrderId id) {
        try {
            return orders.load(id.toString());
        } catch (AggregateNotFoundException unknown) {
            throw notFound(id);
        }
    }

    private static RejectedException notFound(StandingOrderId id) {
        return new RejectedException(
                Reason.STANDING_ORDER_NOT_FOUND, "There is no standing order " + id + " for this caller");
    }
}
