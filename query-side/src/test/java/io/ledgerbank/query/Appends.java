package io.ledgerbank.query;

import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.approval.ApprovalEvent;
import io.ledgerbank.api.audit.MetadataKeys;
import io.ledgerbank.api.payment.PaymentEvent;
import io.ledgerbank.api.standingorder.StandingOrderEvent;
import io.ledgerbank.api.user.UserEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;

/** Appends events to the log, each to its stream, all in one transaction. For one thread. */
final class Appends {

    private final EventStore store;
    private final TransactionManager transactions;
    private final Map<String, Long> sequences = new HashMap<>();

    Appends(EventStore store, TransactionManager transactions) {
        this.store = store;
        this.transactions = transactions;
    }

    void append(String correlationId, Object... events) {
        MetaData origin = MetaData.with(MetadataKeys.ACTOR, "system")
                .and(MetadataKeys.CORRELATION_ID, correlationId)
                .and(MetadataKeys.CAUSATION_ID, "cause");
        List<DomainEventMessage<?>> messages = new ArrayList<>();
        for (Object event : events) {
            messages.add(message(event).andMetaData(origin));
        }
        transactions.executeInTransaction(() -> store.publish(messages));
    }

    private DomainEventMessage<Object> message(Object event) {
        return switch (event) {
            case AccountEvent account -> message("Account", account.accountId().toString(), event);
            case PaymentEvent payment -> message("Payment", payment.paymentId().toString(), event);
            case ApprovalEvent approval ->
                message("Approval", approval.approvalId().toString(), event);
            case StandingOrderEvent order ->
                message("StandingOrder", order.standingOrderId().toString(), event);
            case UserEvent user -> message("User", user.userId().toString(), event);
            default -> throw new IllegalArgumentException("Whose event is " + event + "?");
        };
    }

    private DomainEventMessage<Object> message(String streamType, String streamId, Object event) {
        long sequence = sequences.merge(streamId, 0L, (last, first) -> last + 1);
        return new GenericDomainEventMessage<>(streamType, streamId, sequence, event);
    }
}
