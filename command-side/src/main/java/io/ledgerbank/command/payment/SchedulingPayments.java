package io.ledgerbank.command.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.SchedulePayment;
import io.ledgerbank.command.account.BankCalendar;
import io.ledgerbank.command.account.Moment;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Takes payments on for later. */
final class SchedulingPayments {

    private final Repository<Payment> payments;
    private final DecidingPayments deciding;
    private final References references;
    private final BankCalendar calendar;

    SchedulingPayments(
            Repository<Payment> payments, DecidingPayments deciding, References references, BankCalendar calendar) {
        this.payments = payments;
        this.deciding = deciding;
        this.references = references;
        this.calendar = calendar;
    }

    @CommandHandler
    PaymentDetails handle(SchedulePayment command) throws Exception {
        Optional<PaymentDetails> known = find(command.paymentId());
        return known.isPresent() ? known.get() : begin(command);
    }

    /** For an order that names a day after today. */
    PaymentDetails schedule(CreatePayment command) throws Exception {
        Instant due = calendar.beginningOf(command.order().executionDate().orElseThrow());
        return begin(new SchedulePayment(command.paymentId(), command.order(), due, List.of(), command.caller()));
    }

    private PaymentDetails begin(SchedulePayment command) throws Exception {
        Moment now = calendar.moment();
        Decided decision = deciding.later(command.order(), command.caller(), now);
        references.claim(command.paymentId(), decision.order());
        PaymentScheduled scheduled = new PaymentScheduled(
                command.paymentId(),
                decision.facts().ownerId(),
                decision.order(),
                command.caller(),
                command.dueAt(),
                command.laterTries(),
                now.time());
        return payments.newInstance(() -> new Payment(scheduled)).invoke(Payment::details);
    }

    private Optional<PaymentDetails> find(PaymentId id) {
        try {
            Aggregate<Payment> payment = payments.load(id.toString());
            return Optional.of(payment.invoke(Payment::details));
        } catch (AggregateNotFoundException unknown) {
            return Optional.empty();
        }
    }
}
