package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.SchedulePayment;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.command.account.BankCalendar;
import java.util.Optional;

/** For command handlers that have payments made in the running unit of work, now or later. */
public final class FuturePayments {

    private final DecidingPayments deciding;
    private final SchedulingPayments scheduling;
    private final ExecutingPayments executing;
    private final BankCalendar calendar;

    FuturePayments(
            DecidingPayments deciding,
            SchedulingPayments scheduling,
            ExecutingPayments executing,
            BankCalendar calendar) {
        this.deciding = deciding;
        this.scheduling = scheduling;
        this.executing = executing;
        this.calendar = calendar;
    }

    /** @throws RejectedException when it could not even be taken on for later */
    public void requireAcceptable(PaymentOrder order, Caller caller) {
        deciding.later(order, caller, calendar.moment());
    }

    /**
     * Takes the payment on and makes it at once. For want of funds it is tried again later, and what is refused otherwise has
     * failed; the answer says which.
     *
     * @throws RejectedException before anything was applied, when it could not even be taken on
     */
    public PaymentDetails make(SchedulePayment command) throws Exception {
        scheduling.handle(command);
        return executing.handle(new ExecuteScheduled(command.paymentId(), Optional.empty(), Caller.system()));
    }
}
