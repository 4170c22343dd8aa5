package io.ledgerbank.command.bankconnection;

import io.ledgerbank.api.bankconnection.BankConnectionEstablished;
import io.ledgerbank.api.bankconnection.BankConnectionEvent;
import io.ledgerbank.api.bankconnection.BankConnectionExpired;
import io.ledgerbank.api.bankconnection.BankConnectionFailed;
import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionRecovered;
import io.ledgerbank.api.bankconnection.BankConnectionRemoved;
import io.ledgerbank.api.bankconnection.BankConnectionRequested;
import io.ledgerbank.api.bankconnection.BankConnectionStatus;
import io.ledgerbank.api.bankconnection.EstablishBankConnection;
import io.ledgerbank.api.bankconnection.RecordSync;
import io.ledgerbank.api.bankconnection.RemoveBankConnection;
import io.ledgerbank.api.bankconnection.RequestBankConnection;
import io.ledgerbank.api.bankconnection.SyncOutcome;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.user.Caller;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.Repository;

/** Takes links to outside banks on, notes how they fare, and ends them. */
final class KeepingBankConnections {

    private final Repository<BankConnection> connections;
    private final Clock clock;

    KeepingBankConnections(Repository<BankConnection> connections, Clock clock) {
        this.connections = connections;
        this.clock = clock;
    }

    @CommandHandler
    BankConnectionProgress handle(RequestBankConnection command) throws Exception {
        BankConnectionRequested requested = new BankConnectionRequested(
                command.connectionId(), command.caller().userId(), command.bank(), now());
        return connections.newInstance(() -> new BankConnection(requested)).invoke(BankConnection::progress);
    }

    @CommandHandler
    BankConnectionProgress handle(EstablishBankConnection command) {
        Aggregate<BankConnection> connection = ownedBy(command.caller(), command.connectionId());
        if (progressOf(connection).status() != BankConnectionStatus.PENDING) {
            throw new RejectedException(Reason.ALREADY_PROCESSED, "The link was established or ended already");
        }
        return record(connection, new BankConnectionEstablished(command.connectionId(), now()));
    }

    /** Who ends what has ended already gets what they want. */
    @CommandHandler
    BankConnectionProgress handle(RemoveBankConnection command) {
        Aggregate<BankConnection> connection = ownedBy(command.caller(), command.connectionId());
        return progressOf(connection).status() == BankConnectionStatus.REMOVED
                ? progressOf(connection)
                : record(connection, new BankConnectionRemoved(command.connectionId(), now()));
    }

    @CommandHandler
    BankConnectionProgress handle(RecordSync command) {
        Aggregate<BankConnection> connection = load(command.connectionId());
        BankConnectionProgress before = progressOf(connection);
        return before.status().isOpen()
                ? news(before, command, now())
                        .map(event -> record(connection, event))
                        .orElse(before)
                : before;
    }

    private static Optional<BankConnectionEvent> news(BankConnectionProgress before, RecordSync command, Instant now) {
        BankConnectionId id = command.connectionId();
        return switch (command.outcome()) {
            case SyncOutcome.Worked worked ->
                Optional.<BankConnectionEvent>of(new BankConnectionRecovered(id, now))
                        .filter(event -> before.status() == BankConnectionStatus.ERROR);
            case SyncOutcome.Failed failed ->
                Optional.<BankConnectionEvent>of(new BankConnectionFailed(id, failed.reason(), now))
                        .filter(event -> !before.reason().equals(Optional.of(failed.reason())));
            case SyncOutcome.AccessLost lost -> Optional.of(new BankConnectionExpired(id, lost.reason(), now));
        };
    }

    private static BankConnectionProgress record(Aggregate<BankConnection> connection, BankConnectionEvent event) {
        connection.execute(link -> link.record(event));
        return progressOf(connection);
    }

    private static BankConnectionProgress progressOf(Aggregate<BankConnection> connection) {
        return connection.invoke(BankConnection::progress);
    }

    private Aggregate<BankConnection> ownedBy(Caller caller, BankConnectionId id) {
        Aggregate<BankConnection> connection = load(id);
        if (!caller.owns(progressOf(connection).requested().ownerId())) {
            throw notFound(id);
        }
        return connection;
    }

    private Aggregate<BankConnection> load(BankConnectionId id) {
        try {
            return connections.load(id.toString());
        } catch (AggregateNotFoundException unknown) {
            throw notFound(id);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static RejectedException notFound(BankConnectionId id) {
        return new RejectedException(
                Reason.BANK_CONNECTION_NOT_FOUND, "There is no bank connection " + id + " for this caller");
    }
}
