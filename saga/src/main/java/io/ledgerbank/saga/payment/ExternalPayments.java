package io.ledgerbank.saga.payment;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentLife;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The payments to external banks as the event log has them this moment. */
final class ExternalPayments {

    private final EventStore eventStore;

    ExternalPayments(EventStore eventStore) {
        this.eventStore = eventStore;
    }

    /** Empty if there is no such payment or no external bank has a part in it. */
    Optional<ExternalPayment> find(PaymentId id) {
        DomainEventStream stream = eventStore.readEvents(id.toString(), 0);
        if (!stream.hasNext()) {
            return Optional.empty();
        }
        DomainEventMessage<?> first = stream.next();
        if (!(first.getPayload() instanceof PaymentEvent begun)) {
            return Optional.empty();
        }
        PaymentLife life = lifeAlong(begun, stream);
        return life.terms().order().externalCreditor().map(creditor -> payment(life, creditor, correlationOf(first)));
    }

    /** Of whatever payment; empty if there is none. */
    Optional<PaymentLife> lifeOf(PaymentId id) {
        DomainEventStream stream = eventStore.readEvents(id.toString(), 0);
        return stream.hasNext() && stream.next().getPayload() instanceof PaymentEvent begun
                ? Optional.of(lifeAlong(begun, stream))
                : Optional.empty();
    }

    private static ExternalPayment payment(PaymentLife life, Creditor creditor, String correlationId) {
        return new ExternalPayment(
                life.terms().id(),
                creditor.bankCode(),
                life.terms().order().amount(),
                life.terms().order().priority(),
                correlationId,
                life.progress());
    }

    private static PaymentLife lifeAlong(PaymentEvent first, DomainEventStream later) {
        PaymentLife life = PaymentLife.startingWith(first);
        while (later.hasNext()) {
            life = life.after((PaymentEvent) later.next().getPayload());
        }
        return life;
    }

    private static String correlationOf(DomainEventMessage<?> created) {
        Object correlationId = created.getMetaData().get(MetadataKeys.CORRELATION_ID);
        return correlationId == null ? created.getAggregateIdentifier() : correlationId.toString();
    }
}
