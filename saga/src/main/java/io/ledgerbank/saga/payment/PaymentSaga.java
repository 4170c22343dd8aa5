package io.ledgerbank.saga.payment;

import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.AttemptFailed;
import io.ledgerbank.api.payment.AttemptStarted;
import io.ledgerbank.api.payment.ExecutionDeferred;
import io.ledgerbank.api.payment.OperatorAct;
import io.ledgerbank.api.payment.OutcomeContradicted;
import io.ledgerbank.api.payment.OutcomeUnknown;
import io.ledgerbank.api.payment.PaymentCancelled;
import io.ledgerbank.api.payment.PaymentCompleted;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentFailed;
import io.ledgerbank.api.payment.PaymentParked;
import io.ledgerbank.api.payment.PaymentReturned;
import io.ledgerbank.api.payment.PaymentReversed;
import io.ledgerbank.api.payment.PaymentScheduled;
import io.ledgerbank.api.payment.PaymentSettled;
import io.ledgerbank.api.payment.SettlementConfirmed;
import io.ledgerbank.api.payment.StatementHeard;
import io.ledgerbank.saga.bank.BankGateways;
import io.ledgerbank.saga.bank.Capability;
import io.ledgerbank.saga.work.WorkItem;
import io.ledgerbank.saga.work.WorkQueue;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventMessageHandler;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the log and keeps exactly one work item for whatever each external payment waits for. It decides and calls
 * nothing itself and may see any event any number of times. What concerns no external payment is passed over without a
 * transaction.
 */
final class PaymentSaga implements EventMessageHandler {

    static final String NAME = "payment-saga";

    private static final Logger LOG = LoggerFactory.getLogger(PaymentSaga.class);

    private final ExternalPayments payments;
    private final PaymentProcess process;
    private final BankGateways banks;
    private final WorkQueue queue;
    private final MeterRegistry meters;

    PaymentSaga(
            ExternalPayments payments,
            PaymentProcess process,
            BankGateways banks,
            WorkQueue queue,
            MeterRegistry meters) {
        this.payments = payments;
        this.process = process;
        this.banks = banks;
        this.queue = queue;
        this.meters = meters;
    }

    @Override
    public boolean canHandleType(Class<?> payloadType) {
        return PaymentEvent.class.isAssignableFrom(payloadType);
    }

    @Override
    public boolean canHandle(EventMessage<?> message) {
        return canHandleType(message.getPayloadType())
                && switch ((PaymentEvent) message.getPayload()) {
                    case PaymentCreated created ->
                        created.order().externalCreditor().isPresent();
                    case PaymentScheduled forLater -> false;
                    case ExecutionDeferred forLater -> false;
                    case PaymentCompleted withinOurBooks -> false;
                    case PaymentReversed withinOurBooks -> false;
                    case PaymentReturned afterItsEnd -> false;
                    case StatementHeard afterItsEnd -> false;
                    case SettlementConfirmed afterItsEnd -> false;
                    case PaymentCancelled cancelled -> true;
                    case AttemptStarted started -> true;
                    case AttemptFailed failed -> true;
                    case OutcomeUnknown unknown -> true;
                    case PaymentParked parked -> true;
                    case PaymentSettled settled -> true;
                    case PaymentFailed failed -> true;
                    case OutcomeContradicted contradicted -> true;
                    case OperatorAct act -> true;
                };
    }

    @Override
    public @Nullable Object handle(EventMessage<?> message) {
        if (canHandle(message)) {
            on((PaymentEvent) message.getPayload(), ((DomainEventMessage<?>) message).getSequenceNumber());
        }
        return null;
    }

    private void on(PaymentEvent event, long sequence) {
        switch (event) {
            case PaymentCreated created -> follow(event.paymentId(), sequence);
            case PaymentScheduled forLater -> {}
            case ExecutionDeferred forLater -> {}
            case PaymentCompleted withinOurBooks -> {}
            case PaymentReversed withinOurBooks -> {}
            case PaymentReturned afterItsEnd -> {}
            case StatementHeard afterItsEnd -> {}
            case SettlementConfirmed afterItsEnd -> {}
            case PaymentCancelled cancelled -> finish(event.paymentId(), sequence);
            case AttemptStarted started -> moveOn(event.paymentId(), sequence);
            case AttemptFailed failed -> moveOn(event.paymentId(), sequence);
            case OutcomeUnknown unknown -> moveOn(event.paymentId(), sequence);
            case PaymentParked parked -> park(parked, sequence);
            case PaymentSettled settled -> finish(event.paymentId(), sequence);
            case PaymentFailed failed -> finish(event.paymentId(), sequence);
            case OutcomeContradicted contradicted -> onceCommitted(() -> alarm(contradicted));
            case OperatorAct act -> moveOn(event.paymentId(), sequence);
        }
    }

    private void moveOn(PaymentId id, long sequence) {
        finish(id, sequence);
        follow(id, sequence);
    }

    private void park(PaymentParked parked, long sequence) {
        finish(parked.paymentId(), sequence);
        onceCommitted(() -> tell(parked));
    }

    private void tell(PaymentParked parked) {
        meters.counter("ledgerbank.payments.parked", "reason", parked.reason().code())
                .increment();
        LOG.warn(
                "Payment {} is parked after attempt {} ({}): {}",
                parked.paymentId(),
                parked.attempt(),
                parked.reason().code(),
                parked.outcome().isPresent()
                        ? "its bank did not execute it, and a person must retry it or give it up"
                        : "a person must find out what its bank did");
    }

    /** What a rolled back batch does again is told once. */
    private static void onceCommitted(Runnable telling) {
        if (CurrentUnitOfWork.isStarted()) {
            CurrentUnitOfWork.get().root().afterCommit(committed -> telling.run());
        } else {
            telling.run();
        }
    }

    private void alarm(OutcomeContradicted contradicted) {
        meters.counter(
                        "ledgerbank.payments.contradicted",
                        "bank",
                        contradicted.bank().value())
                .increment();
        LOG.error(
                "{} says {} of payment {}, which ended otherwise: {} are in suspense until a person has found out",
                contradicted.bank(),
                contradicted.claimed(),
                contradicted.paymentId(),
                contradicted.amount());
    }

    private void finish(PaymentId id, long sequence) {
        queue.withdraw(id.toString(), sequence - 1);
    }

    /** A payment that has already moved on is left to its newer event. */
    private void follow(PaymentId id, long sequence) {
        payments.find(id).filter(payment -> payment.isAt(sequence)).ifPresent(this::enqueueNextActionOf);
    }

    private void enqueueNextActionOf(ExternalPayment payment) {
        Set<Capability> bank = banks.termsOf(payment.bank()).capabilities();
        switch (process.next(payment.progress(), bank)) {
            case NextAction.Submit submit -> enqueue(payment, submit.at());
            case NextAction.Inquire inquire -> enqueue(payment, inquire.at());
            case NextAction.Park park -> enqueue(payment, park.at());
            case NextAction.Nothing nothing -> {}
        }
    }

    private void enqueue(ExternalPayment payment, Instant due) {
        WorkItem item = new WorkItem(payment.id().toString(), payment.progress().sequence(), payment.correlationId());
        queue.enqueue(item, due, payment.priority());
    }
}
