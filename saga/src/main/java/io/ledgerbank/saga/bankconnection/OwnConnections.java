package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionStatus;
import io.ledgerbank.api.bankconnection.RemoveBankConnection;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.api.user.Caller;
import io.ledgerbank.saga.work.IdPage;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** What customers see of their connections and do with them; to others these do not exist. Thread-safe. */
final class OwnConnections {

    private final Connections connections;
    private final ConnectionTable table;
    private final LinkedAccounts accounts;
    private final LinkedTransactions lines;
    private final Syncs syncs;
    private final CommandGateway commands;

    OwnConnections(
            Connections connections,
            ConnectionTable table,
            LinkedAccounts accounts,
            LinkedTransactions lines,
            Syncs syncs,
            CommandGateway commands) {
        this.connections = connections;
        this.table = table;
        this.accounts = accounts;
        this.lines = lines;
        this.syncs = syncs;
        this.commands = commands;
    }

    IdPage<ConnectionDetails> page(int limit, Optional<String> cursor, Caller caller) {
        IdPage<ConnectionTable.Row> rows =
                IdPage.of(limit, cursor, (most, before) -> table.page(caller.userId(), most, before), row -> row.id()
                        .value());
        return new IdPage<>(
                rows.items().stream()
                        .flatMap(row -> connections.find(row.id()).stream()
                                .map(progress -> ConnectionDetails.of(progress, row.syncedAt())))
                        .toList(),
                rows.nextCursor());
    }

    /** @throws RejectedException {@code bank_connection_not_found} */
    ConnectionDetails find(UUID id, Caller caller) {
        BankConnectionProgress progress = owned(id, caller);
        return ConnectionDetails.of(
                progress, table.find(progress.requested().connectionId()).flatMap(ConnectionTable.Row::syncedAt));
    }

    /** @throws RejectedException {@code bank_connection_not_found}, {@code bank_connection_not_active} */
    ConnectionDetails sync(UUID id, Caller caller) {
        BankConnectionProgress progress = owned(id, caller);
        if (!progress.status().isOpen()) {
            throw new RejectedException(
                    Reason.BANK_CONNECTION_NOT_ACTIVE, "The bank connection is " + progress.status());
        }
        syncs.ask(progress.requested().connectionId());
        return find(id, caller);
    }

    /**
     * What was read is gone at once, and the bank's access to be withdrawn and forgotten is on its way.
     *
     * @throws RejectedException {@code bank_connection_not_found}
     */
    void remove(UUID id, Caller caller) {
        BankConnectionId connection = owned(id, caller).requested().connectionId();
        commands.sendAndWait(new RemoveBankConnection(connection, caller));
        accounts.forget(connection);
        syncs.ask(connection);
    }

    /** @throws RejectedException {@code bank_connection_not_found} */
    IdPage<LinkedAccount> accounts(UUID id, int limit, Optional<String> cursor, Caller caller) {
        BankConnectionId connection = owned(id, caller).requested().connectionId();
        return IdPage.of(limit, cursor, (most, before) -> accounts.page(connection, most, before), LinkedAccount::id);
    }

    /** @throws RejectedException {@code bank_connection_not_found} */
    IdPage<LinkedTransaction> transactions(UUID id, int limit, Optional<String> cursor, Caller caller) {
        BankConnectionId connection = owned(id, caller).requested().connectionId();
        return IdPage.of(limit, cursor, (most, before) -> lines.page(connection, most, before), LinkedTransaction::id);
    }

    private BankConnectionProgress owned(UUID id, Caller caller) {
        return connections
                .find(new BankConnectionId(id))
                .filter(progress -> caller.owns(progress.requested().ownerId()))
                .filter(progress -> progress.status() != BankConnectionStatus.REMOVED)
                .orElseThrow(() -> new RejectedException(
                        Reason.BANK_CONNECTION_NOT_FOUND, "There is no bank connection " + id + " for this caller"));
    }
}
