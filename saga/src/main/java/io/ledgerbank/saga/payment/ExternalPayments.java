package io.ledgerbank.saga.payment;

import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.id.PaymentId;
import io.ledgerbank.api.payment.Creditor;
import io.ledgerbank.api.payment.PaymentCreated;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.payment.PaymentProgress;
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
        if (!(first.getPayload() instanceof PaymentCreated created)) {
            return Optional.empty();
        }
        return created.order()
                .externalCreditor()
                .map(creditor -> payment(created, creditor, correlationOf(first), progressAlong(created, stream)));
    }

    private static ExternalPayment payment(
            PaymentCreated created, Creditor creditor, String correlationId, PaymentProgress progress) {
        return new ExternalPayment(
                created.paymentId(), creditor.bankCode(), created.order().priority(), correlationId, progress);
    }

    private static PaymentProgress progressAlong(PaymentCreated created, DomainEventStream later) {
        PaymentProgress progress = PaymentProgress.of(created);
        while (later.hasNext()) {
            progress = progress.after((PaymentEvent) later.next().getPayload());
        }
        return progress;
    }

    private static String correlationOf(DomainEventMessage<?> created) {
        Object correlationId = created.getMetaData().get(MetadataKeys.CORRELATION_ID);
        return correlationId == null ? created.getAggregateIdentifier() : correlationId.toString();
    }
}
