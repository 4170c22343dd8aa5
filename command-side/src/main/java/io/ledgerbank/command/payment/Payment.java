package io.ledgerbank.command.payment;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.account.Iban;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.money.Money;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.ParkPayment;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentReversed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.PaymentSteps;
import io.ledgerbank.api.payment.PaymentTerms;
import io.ledgerbank.api.payment.PaymentTransitions;
import io.ledgerbank.api.payment.RetryOrdered;
import io.ledgerbank.api.payment.Step;
import io.ledgerbank.command.account.BankCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A payment: what was ordered, and how far it has come. Whose outcome it is to record, and what follows, others decide. */
public class Payment {

    @AggregateIdentifier
    private PaymentId paymentId;

    private PaymentLife life;
    private Optional<PaymentScheduled> schedule = Optional.empty();
    private Money reversed;
    private Optional<LocalDate> heldOn = Optional.empty();
    private boolean made;
    private Optional<Iban> debtorIban = Optional.empty();
    private BankWords words = BankWords.NONE;
    private Instant askedSince = Instant.MAX;

    @SuppressWarnings("NullAway.Init")
    Payment() {}

    @SuppressWarnings("NullAway.Init")
    Payment(PaymentCreated created) {
        apply(created);
    }

    @SuppressWarnings("NullAway.Init")
    Payment(PaymentScheduled scheduled) {
        apply(scheduled);
    }

    /** @throws RejectedException {@code payment_paused}, {@code already_processed} when it does not wait for this attempt */
    void requireNext(int attempt) {
        PaymentProgress progress = life.progress();
        if (progress.isPaused()) {
            throw new RejectedException(Reason.PAYMENT_PAUSED, Reason.PAYMENT_PAUSED.description());
        }
        if (progress.step() != Step.SUBMIT || attempt != progress.attempts() + 1) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The payment does not wait for attempt " + attempt);
        }
    }

    BankInstruction instruction(AttemptStarted started) {
        PaymentOrder order = life.terms().order();
        return new BankInstruction(
                paymentId,
                started.attempt(),
                order.amount(),
                debtorIban.orElseThrow(),
                order.externalCreditor().orElseThrow(),
                order.remittanceInformation(),
                order.endToEndId(),
                started.deadline());
    }

    @CommandHandler
    void handle(ParkPayment command, BankCalendar calendar) {
        PaymentProgress progress = life.progress();
        boolean inDoubt = progress.step() == Step.AWAIT_ANSWER || progress.step() == Step.INQUIRE;
        if (inDoubt && command.attempt() == progress.attempts()) {
            record(new PaymentParked(
                    paymentId, command.attempt(), command.reason(), calendar.now(), ErrorCatalog.version()));
        }
    }

    /** @throws IllegalStateException if that cannot happen to a payment which has come as far as this one */
    public void record(PaymentEvent event) {
        PaymentProgress now = life.progress();
        if (!PaymentTransitions.allow(now.status(), event) || !PaymentSteps.allow(now.step(), event)) {
            throw new IllegalStateException("A payment that is " + now.status() + " and waits for " + now.step()
                    + " has no " + event.getClass().getSimpleName());
        }
        apply(event);
    }

    public PaymentTerms terms() {
        return life.terms();
    }

    public PaymentProgress progress() {
        return life.progress();
    }

    /** For when it was scheduled, if it was. */
    Optional<PaymentScheduled> schedule() {
        return schedule;
    }

    /** Whether it was made, and not only scheduled. */
    public boolean isMade() {
        return made;
    }

    /** On whose day's limits what a bank has counts, if it does on any. */
    public Optional<LocalDate> heldOn() {
        return heldOn;
    }

    /** What its bank has said about it. */
    public BankWords words() {
        return words;
    }

    /** Since when its bank is told or asked without a person having ordered it. */
    Instant askedSince() {
        return askedSince;
    }

    /** What was taken back of it already. */
    Money reversed() {
        return reversed;
    }

    /** What is left of it to take back. */
    Money notReversed() {
        return life.terms().order().amount().minus(reversed);
    }

    PaymentDetails details() {
        return life.details();
    }

    @EventSourcingHandler
    void on(PaymentScheduled event) {
        paymentId = event.paymentId();
        schedule = Optional.of(event);
        life = PaymentLife.startingWith(event);
    }

    @EventSourcingHandler
    void on(PaymentCreated event) {
        paymentId = event.paymentId();
        debtorIban = event.debtorIban();
        made = true;
        reversed = Money.zero(event.order().amount().currency());
        life = schedule.isPresent() ? life.after(event) : PaymentLife.startingWith(event);
    }

    @EventSourcingHandler
    void on(PaymentReversed event) {
        reversed = reversed.plus(event.amount());
        life = life.after(event);
    }

    @EventSourcingHandler
    void on(PaymentSettled event) {
        heldOn = event.heldOn();
        follow(event);
    }

    @EventSourcingHandler
    void on(PaymentEvent event) {
        follow(event);
    }

    private void follow(PaymentEvent event) {
        life = life.after(event);
        words = words.after(event);
        askedSince = switch (event) {
            case AttemptStarted started -> started.startedAt();
            case RetryOrdered ordered -> ordered.orderedAt();
            default -> askedSince;
        };
    }
}
