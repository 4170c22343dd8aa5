package io.ledgerbank.saga.bankconnection;

import io.ledgerbank.api.bankconnection.BankConnectionProgress;
import io.ledgerbank.api.bankconnection.BankConnectionStatus;
import io.ledgerbank.api.bankconnection.RecordSync;
import io.ledgerbank.api.bankconnection.SyncOutcome;
import io.ledgerbank.api.error.Reason;
import io.ledgerbank.api.id.BankConnectionId;
import io.ledgerbank.saga.banking.Errand;
import io.ledgerbank.saga.work.ComeBackLater;
import io.ledgerbank.saga.work.WorkItem;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.axonframework.commandhandling.gateway.CommandGateway;

/**
 * Reads a connection whenever it is due. There is one item for each connection, which comes back for as long as the
 * connection is open; hence nobody ever reads one twice at a time.
 */
final class SyncWorker implements Errand {

    static final String KIND = "connection";

    private final Connections connections;
    private final ConnectionTable table;
    private final Syncing syncing;
    private final Forgetting forgetting;
    private final CommandGateway commands;
    private final Duration every;
    private final Clock clock;

    SyncWorker(
            Connections connections,
            ConnectionTable table,
            Syncing syncing,
            Forgetting forgetting,
            CommandGateway commands,
            Duration every,
            Clock clock) {
        this.connections = connections;
        this.table = table;
        this.syncing = syncing;
        this.forgetting = forgetting;
        this.commands = commands;
        this.every = every;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void work(WorkItem item) {
        connections.find(BankConnectionId.parse(Errand.about(item))).ifPresent(this::work);
    }

    private void work(BankConnectionProgress connection) {
        if (connection.status() == BankConnectionStatus.REMOVED) {
            forgetting.finish(connection.requested());
        } else if (connection.status().isOpen()) {
            read(connection);
        }
    }

    private void read(BankConnectionProgress connection) {
        BankConnectionId id = connection.requested().connectionId();
        Instant begun = clock.instant();
        Duration pause =
                switch (syncing.read(connection)) {
                    case SyncResult.Done done -> {
                        if (connection.status() == BankConnectionStatus.ERROR) {
                            commands.sendAndWait(new RecordSync(id, new SyncOutcome.Worked()));
                        }
                        yield every;
                    }
                    case SyncResult.Postponed postponed -> postponed.pause();
                    case SyncResult.Failed failed -> {
                        commands.sendAndWait(new RecordSync(id, new SyncOutcome.Failed(failed.reason())));
                        yield pauseAfter(failed.reason(), table.failed(id));
                    }
                    case SyncResult.AccessLost lost -> {
                        commands.sendAndWait(new RecordSync(id, new SyncOutcome.AccessLost(lost.reason())));
                        forgetting.tokensOf(id);
                        yield Duration.ZERO;
                    }
                };
        BankConnectionProgress after = connections.find(id).orElse(connection);
        if (after.status() == BankConnectionStatus.REMOVED) {
            forgetting.finish(after.requested());
        } else if (after.status().isOpen()) {
            throw new ComeBackLater(table.askedSince(id, begun) ? Duration.ZERO : pause, "It is read again");
        }
    }

    /** As soon and as often as the catalogue says, and then as always. */
    private Duration pauseAfter(Reason reason, int failures) {
        return reason.retryPolicy()
                .delayAfter(failures)
                .filter(soon -> soon.compareTo(every) < 0)
                .orElse(every);
    }
}
