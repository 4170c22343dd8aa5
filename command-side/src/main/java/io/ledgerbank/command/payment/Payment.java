package io.ledgerbank.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.account.BankCalendar;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A payment: what was ordered, and how far it has come. Whose outcome it is to record, and what follows, others decide. */
public class Payment {

    @AggregateIdentifier
    private PaymentId paymentId;

    private PaymentCreated created;
    private PaymentProgress progress;

    @SuppressWarnings("NullAway.Init")
    Payment() {}

    @SuppressWarnings("NullAway.Init")
    Payment(PaymentCreated created) {
        apply(created);
    }

    @CommandHandler
    BankInstruction handle(StartAttempt command, BankCalendar calendar) {
        if (progress.step() != Step.SUBMIT || command.attempt() != progress.attempts() + 1) {
            throw new RejectedException(
                    Reason.ALREADY_PROCESSED, "The payment does not wait for attempt " + command.attempt());
        }
        Instant now = calendar.now();
        Instant deadline = now.plus(command.timeout());
        apply(new AttemptStarted(paymentId, command.attempt(), now, deadline));
        return new BankInstruction(
                paymentId,
                command.attempt(),
                created.order().amount(),
                created.debtorIban().orElseThrow(),
                created.order().externalCreditor().orElseThrow(),
                created.order().remittanceInformation(),
                created.order().endToEndId(),
                deadline);
    }

    void record(PaymentEvent event) {
        apply(event);
    }

    PaymentCreated created() {
        return created;
    }

    PaymentProgress progress() {
        return progress;
    }

    PaymentDetails details() {
        return PaymentDetails.of(created, progress);
    }

    @EventSourcingHandler
    void on(PaymentCreated event) {
        paymentId = event.paymentId();
        created = event;
        progress = PaymentProgress.of(event);
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        progress = progress.after(event);
    }
}
