package io.ledgerbank.command.payment;

import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Moment;
import io.ledgerbank.command.user.KnownUsers;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;

/** Makes scheduled payments when they are due. What any policy refuses then has failed, or is tried again for want of funds. */
final class ExecutingPayments {

    private final KnownPayments payments;
    private final DecidingPayments deciding;
    private final MakingPayments making;
    private final KnownUsers users;
    private final BankCalendar calendar;

    ExecutingPayments(
            KnownPayments payments,
            DecidingPayments deciding,
            MakingPayments making,
            KnownUsers users,
            BankCalendar calendar) {
        this.payments = payments;
        this.deciding = deciding;
        this.making = making;
        this.users = users;
        this.calendar = calendar;
    }

    @CommandHandler
    PaymentDetails handle(ExecuteScheduled command) {
        if (!command.caller().isAdmin()) {
            throw new RejectedException(Reason.INSUFFICIENT_PERMISSIONS, "Only administrators run payments early");
        }
        Aggregate<Payment> payment = payments.load(command.paymentId());
        requireWaiting(payment, command.ifAt());
        PaymentScheduled scheduled = payment.invoke(Payment::schedule).orElseThrow();
        Moment now = calendar.moment();
        try {
            return execute(payment, scheduled, now);
        } catch (RejectedException refused) {
            PaymentEvent consequence = consequenceOf(refused.reason(), scheduled, now.time());
            payment.execute(waiting -> waiting.record(consequence));
            return payment.invoke(Payment::details);
        }
    }

    /** Its end-to-end id is its own since it was scheduled. */
    private PaymentDetails execute(Aggregate<Payment> payment, PaymentScheduled scheduled, Moment now) {
        Caller payer = asOfNow(scheduled.orderedBy());
        deciding.requireValueDate(scheduled.order(), payer, now);
        Decided decision = deciding.now(scheduled.order(), payer, now, order -> {});
        PaymentCreated created = making.creation(scheduled.paymentId(), decision, now.time());
        payment.execute(waiting -> waiting.record(created));
        return making.make(created, decision, payment);
    }

    /** With the role that they have by now: whoever left the bank's service has no cash handed out any more. */
    private Caller asOfNow(Caller payer) {
        if (payer.equals(Caller.system())) {
            return payer;
        }
        Optional<UserDetails> user = users.find(payer.userId());
        ActivePayer.check(user.map(UserDetails::status)).ifPresent(rejection -> {
            throw new RejectedException(rejection);
        });
        return new Caller(payer.userId(), user.map(UserDetails::role).orElse(Role.USER));
    }

    private static void requireWaiting(Aggregate<Payment> payment, Optional<Long> ifAt) {
        payment.execute(known -> {
            boolean there = ifAt.map(at -> at == known.progress().sequence()).orElse(true);
            if (!there || known.progress().status() != PaymentStatus.SCHEDULED) {
                throw new RejectedException(Reason.ALREADY_PROCESSED, "The payment does not wait for its day any more");
            }
        });
    }

    private static PaymentEvent consequenceOf(Reason reason, PaymentScheduled scheduled, Instant now) {
        PaymentId id = scheduled.paymentId();
        Optional<Instant> nextTry = reason == Reason.INSUFFICIENT_FUNDS
                ? scheduled.laterTries().stream().filter(now::isBefore).findFirst()
                : Optional.empty();
        return nextTry.<PaymentEvent>map(at -> new ExecutionDeferred(id, reason, now, at))
                .orElseGet(() -> new PaymentFailed(id, reason, now, ErrorCatalog.version()));
    }
}
