package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bankconnection.BankConnectionEvent;
import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionRequested;
import io.ledgerbank.api.id.BankConnectionId;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** The links to banks as the event log has them this moment. Thread-safe. */
final class Connections {

    private final EventStore log;

    Connections(EventStore log) {
        this.log = log;
    }

    Optional<BankConnectionProgress> find(BankConnectionId id) {
        DomainEventStream stream = log.readEvents(id.toString(), 0);
        if (!stream.hasNext() || !(stream.next().getPayload() instanceof BankConnectionRequested requested)) {
            return Optional.empty();
        }
        BankConnectionProgress progress = BankConnectionProgress.of(requested);
        while (stream.hasNext()) {
            progress = progress.after((BankConnectionEvent) stream.next().getPayload());
        }
        return Optional.of(progress);
    }
}
