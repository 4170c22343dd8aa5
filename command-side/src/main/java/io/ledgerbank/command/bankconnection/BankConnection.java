package io.ledgerbank.command.bankconnection;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.bankconnection.BankConnectionEvent;
import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionRequested;
import io.ledgerbank.api.id.BankConnectionId;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/** A customer's link to what they have at an outside bank. What may happen to it, others decide. */
class BankConnection {

    @AggregateIdentifier
    private BankConnectionId connectionId;

    private BankConnectionProgress progress;

    @SuppressWarnings("NullAway.Init")
    BankConnection() {}

    @SuppressWarnings("NullAway.Init")
    BankConnection(BankConnectionRequested requested) {
        apply(requested);
    }

    void record(BankConnectionEvent event) {
        apply(event);
    }

    BankConnectionProgress progress() {
        return progress;
    }

    @EventSourcingHandler
    void on(BankConnectionRequested event) {
        connectionId = event.connectionId();
        progress = BankConnectionProgress.of(event);
    }

    @EventSourcingHandler
    void on(BankConnectionEvent event) {
        progress = progress.after(event);
    }
}
