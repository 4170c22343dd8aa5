package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountEvent;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.command.idempotency.Rendering;
import java.util.Iterator;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows an account as it was right after one of its events. */
final class AccountAnswers implements Rendering<AccountDetails> {

    private final EventStore events;

    AccountAnswers(EventStore events) {
        this.events = events;
    }

    @Override
    public AccountDetails at(String accountId, long sequence) {
        Iterator<AccountEvent> history = events.readEvents(accountId, 0)
                .asStream()
                .limit(sequence + 1)
                .map(event -> (AccountEvent) event.getPayload())
                .iterator();
        AccountDetails account = AccountDetails.of((AccountOpened) history.next());
        while (history.hasNext()) {
            account = account.after(history.next());
        }
        return account;
    }
}
