package io.ledgerbank.saga;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.error.ErrorCatalog;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.BankInstruction;
import io.ledgerbank.api.payment.CreatePayment;
import io.ledgerbank.api.payment.ExecuteScheduled;
import io.ledgerbank.api.payment.Outcome;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.ParkPayment;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentDetails;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.payment.PaymentOrder;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentProgress;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.PaymentStatus;
import io.ledgerbank.api.payment.RecordOutcome;
import io.ledgerbank.api.payment.StartAttempt;
import io.ledgerbank.api.payment.Step;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.slf4j.MDC;

/**
 * Stands in for the house that decides about payments: accepts them all and does what the commands promise, with the
 * catalogue's waits shortened so that nobody has to wait for them.
 */
public class PaymentsDouble {

    private static final int HURRY = 20;
    private static final Duration LONGEST_WAIT = Duration.ofMillis(100);

    private final EventStore eventStore;
    private final Clock clock;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final AtomicBoolean losesNextOutcome = new AtomicBoolean();

    PaymentsDouble(EventStore eventStore, Clock clock) {
        this.eventStore = eventStore;
        this.clock = clock;
    }

    /** As if the database were gone when the next outcome is to be recorded. */
    public void loseNextOutcome() {
        losesNextOutcome.set(true);
    }

    @CommandHandler
    void handle(CreatePayment command) {
        lockUntilCommitted();
        append(
                command.paymentId(),
                0,
                new PaymentCreated(
                        command.paymentId(),
                        command.caller().userId(),
                        command.order(),
                        Optional.of(Orders.ALICE),
                        clock.instant()));
    }

    @CommandHandler
    PaymentDetails handle(ExecuteScheduled command) {
        lockUntilCommitted();
        PaymentLife life = PaymentLife.of(historyOf(command.paymentId()).iterator());
        if (life.progress().status() != PaymentStatus.SCHEDULED
                || !command.ifAt().equals(Optional.of(life.progress().sequence()))) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The payment has moved on");
        }
        PaymentCreated created = new PaymentCreated(
                command.paymentId(),
                life.terms().ownerId(),
                life.terms().order(),
                Optional.of(Orders.ALICE),
                clock.instant());
        append(command.paymentId(), life.progress().sequence() + 1, created);
        return life.after(created).details();
    }

    @CommandHandler
    Optional<BankInstruction> handle(StartAttempt command) {
        lockUntilCommitted();
        List<PaymentEvent> history = historyOf(command.paymentId());
        PaymentProgress progress = progressAlong(history);
        Instant now = clock.instant();
        if (progress.step() != Step.SUBMIT
                || command.attempt() != progress.attempts() + 1
                || now.isBefore(progress.due())) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "This attempt is not the next one or not due");
        }
        Instant deadline = now.plus(command.timeout());
        append(
                command.paymentId(),
                progress.sequence() + 1,
                new AttemptStarted(command.paymentId(), command.attempt(), now, deadline));
        PaymentOrder order = PaymentLife.of(history.iterator()).terms().order();
        return Optional.of(new BankInstruction(
                command.paymentId(),
                command.attempt(),
                order.amount(),
                Orders.ALICE,
                order.externalCreditor().orElseThrow(),
                order.remittanceInformation(),
                order.endToEndId(),
                deadline));
    }

    @CommandHandler
    void handle(RecordOutcome command) {
        lockUntilCommitted();
        if (losesNextOutcome.compareAndSet(true, false)) {
            throw new IllegalStateException("The database is down");
        }
        PaymentProgress progress = progressAlong(historyOf(command.paymentId()));
        boolean comesBack =
                progress.status() == PaymentStatus.COMPLETED && command.outcome() instanceof Outcome.Returned;
        if ((progress.status().isFinal() && !comesBack) || progress.attempts() != command.attempt()) {
            return;
        }
        eventOf(command.paymentId(), command.outcome(), progress)
                .ifPresent(event -> append(command.paymentId(), progress.sequence() + 1, event));
    }

    @CommandHandler
    void handle(ParkPayment command) {
        lockUntilCommitted();
        PaymentProgress progress = progressAlong(historyOf(command.paymentId()));
        boolean inDoubt = progress.step() == Step.AWAIT_ANSWER || progress.step() == Step.INQUIRE;
        if (inDoubt && progress.attempts() == command.attempt()) {
            append(
                    command.paymentId(),
                    progress.sequence() + 1,
                    new PaymentParked(
                            command.paymentId(),
                            command.attempt(),
                            command.reason(),
                            clock.instant(),
                            ErrorCatalog.version()));
        }
    }

    private Optional<PaymentEvent> eventOf(PaymentId id, Outcome outcome, PaymentProgress progress) {
        Instant now = clock.instant();
        int attempt = progress.attempts();
        return switch (outcome) {
            case Outcome.Executed executed ->
                Optional.of(
                        new PaymentSettled(id, executed.bankReference(), executed.valueDate(), now, Optional.empty()));
            case Outcome.Returned returned ->
                Optional.of(new PaymentReturned(id, returned.reason(), returned.bankReference(), now));
            case Outcome.NotExecuted failed when progress.step() == Step.SUBMIT -> Optional.empty();
            case Outcome.NotExecuted failed ->
                Optional.of(failed.reason()
                        .retryPolicy()
                        .delayAfter(attempt)
                        .<PaymentEvent>map(delay -> new AttemptFailed(
                                id,
                                attempt,
                                failed.reason(),
                                now,
                                now.plus(waitBefore(failed, delay)),
                                ErrorCatalog.version()))
                        .orElseGet(() -> ended(id, attempt, failed, now)));
            case Outcome.Unknown unknown when progress.step() == Step.SUBMIT -> Optional.empty();
            case Outcome.Unknown unknown ->
                Optional.of(ErrorCatalog.inquiries()
                        .delayAfter(progress.inquiries() + 1)
                        .<PaymentEvent>map(delay -> new OutcomeUnknown(
                                id,
                                attempt,
                                progress.inquiries() + 1,
                                unknown.reason(),
                                now,
                                now.plus(hurried(delay)),
                                ErrorCatalog.version()))
                        .orElseGet(
                                () -> new PaymentParked(id, attempt, unknown.reason(), now, ErrorCatalog.version())));
        };
    }

    private static PaymentEvent ended(PaymentId id, int attempt, Outcome.NotExecuted failed, Instant now) {
        boolean forAPerson = failed.reason().category().mayPass() || failed.reason() == Reason.BANK_REASON_UNMAPPED;
        return forAPerson
                ? PaymentParked.notExecuted(id, attempt, failed, now, ErrorCatalog.version())
                : new PaymentFailed(id, failed.reason(), now, ErrorCatalog.version());
    }

    private static Duration hurried(Duration delay) {
        Duration hurried = delay.dividedBy(HURRY);
        return hurried.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : hurried;
    }

    private static Duration waitBefore(Outcome.NotExecuted failed, Duration delay) {
        return failed.retryAfter().filter(asked -> asked.compareTo(delay) > 0).orElseGet(() -> delay.dividedBy(HURRY));
    }

    List<PaymentEvent> historyOf(PaymentId id) {
        List<PaymentEvent> history = new ArrayList<>();
        eventStore
                .readEvents(id.toString(), 0)
                .forEachRemaining(event -> history.add((PaymentEvent) event.getPayload()));
        return history;
    }

    private static PaymentProgress progressAlong(List<PaymentEvent> history) {
        return PaymentLife.of(history.iterator()).progress();
    }

    private void append(PaymentId id, long sequence, PaymentEvent event) {
        DomainEventMessage<PaymentEvent> message =
                new GenericDomainEventMessage<>("Payment", id.toString(), sequence, event, stamped());
        eventStore.publish(message);
    }

    private static Map<String, String> stamped() {
        Map<String, String> metadata = new HashMap<>();
        for (String key : List.of(MetadataKeys.CORRELATION_ID, MetadataKeys.ACTOR)) {
            Optional.ofNullable(MDC.get(key)).ifPresent(value -> metadata.put(key, value));
        }
        return metadata;
    }

    private void lockUntilCommitted() {
        oneAtATime.lock();
        CurrentUnitOfWork.get().onCleanup(done -> oneAtATime.unlock());
    }
}
