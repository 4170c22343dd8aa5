package io.ledgerbank.query.payment;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.query.payment.SagaStory.Happened;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Tells what a payment did in the same decision in which something else changed, as the log has it. Thread-safe. */
public class PaymentCauses {

    private final EventStore log;

    PaymentCauses(EventStore log) {
        this.log = log;
    }

    /** Nothing for whom the payment does not concern, and of a payment that the log does not have. */
    public Optional<PaymentCause> of(PaymentId id, DomainEventMessage<?> changed, Caller caller) {
        List<? extends DomainEventMessage<?>> events =
                log.readEvents(id.toString()).asStream().toList();
        if (events.isEmpty() || !(events.getFirst().getPayload() instanceof PaymentEvent first)) {
            return Optional.empty();
        }
        PaymentLife life = PaymentLife.startingWith(first);
        if (!caller.isStaff() && !caller.owns(life.terms().ownerId())) {
            return Optional.empty();
        }
        return Optional.of(told(events, life, changed));
    }

    private static PaymentCause told(
            List<? extends DomainEventMessage<?>> events, PaymentLife first, DomainEventMessage<?> changed) {
        List<PaymentStep> steps = new ArrayList<>();
        List<Happened> untilThen = new ArrayList<>();
        PaymentLife life = first;
        int last = last(events, changed);
        for (DomainEventMessage<?> event : events.subList(0, last + 1)) {
            PaymentEvent happened = (PaymentEvent) event.getPayload();
            life = untilThen.isEmpty() ? first : life.after(happened);
            untilThen.add(new Happened(happened, event.getTimestamp()));
            if (isOfOneDecision(event, changed)) {
                steps.add(PaymentHistories.step(event, life.progress()));
            }
        }
        return new PaymentCause(first.terms().order().type(), first.terms().reversalOf(), steps, lastCall(untilThen));
    }

    /** Of the payment's events the last one of the same decision. */
    private static int last(List<? extends DomainEventMessage<?>> events, DomainEventMessage<?> changed) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (isOfOneDecision(events.get(i), changed)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isOfOneDecision(DomainEventMessage<?> one, DomainEventMessage<?> other) {
        return hasSame(MetadataKeys.CAUSATION_ID, one, other) && hasSame(MetadataKeys.CORRELATION_ID, one, other);
    }

    private static boolean hasSame(String key, DomainEventMessage<?> one, DomainEventMessage<?> other) {
        return Objects.equals(one.getMetaData().get(key), other.getMetaData().get(key));
    }

    private static Optional<BankCall> lastCall(List<Happened> untilThen) {
        if (untilThen.isEmpty()) {
            return Optional.empty();
        }
        List<BankCall> calls = SagaStory.of(untilThen).calls();
        return calls.isEmpty() ? Optional.empty() : Optional.of(calls.getLast());
    }
}
