package io.ledgerbank.query.account;

import io.ledgerbank.api.account.MoneyEvent;
import io.ledgerbank.api.ledger.Entry;
import io.ledgerbank.api.ledger.InternalAccount;
import io.ledgerbank.api.ledger.LedgerAccount;
import io.ledgerbank.query.projection.LogPosition;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.annotation.MessageIdentifier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Keeps the lines that money events write into the ledger, the bank's own accounts included, and their sums. */
final class EntryProjection {

    private final EntryTable lines;

    EntryProjection(JdbcClient jdbc) {
        this.lines = new EntryTable(jdbc);
    }

    @EventHandler
    void on(MoneyEvent event, TrackingToken token, @MessageIdentifier String eventId) {
        long position = LogPosition.of(token);
        for (Entry entry : event.entries()) {
            switch (entry.account()) {
                case LedgerAccount.Customer customer ->
                    lines.bookCustomers(customer, entry, event, UUID.fromString(eventId), position);
                case InternalAccount internal -> lines.bookInternal(entry, event, position);
            }
        }
    }
}
