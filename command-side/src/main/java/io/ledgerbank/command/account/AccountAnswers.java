package io.ledgerbank.command.account;

import io.ledgerbank.api.account.AccountDetails;
import io.ledgerbank.api.account.AccountOpened;
import io.ledgerbank.command.idempotency.Rendering;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows an account as it was when it was opened. */
final class AccountAnswers implements Rendering<AccountDetails> {

    private final EventStore events;

    AccountAnswers(EventStore events) {
        this.events = events;
    }

    @Override
    public AccountDetails at(String accountId, long sequence) {
        return events.readEvents(accountId, 0)
                .asStream()
                .limit(sequence + 1)
                .map(event -> event.getPayload())
                .filter(AccountOpened.class::isInstance)
                .map(AccountOpened.class::cast)
                .map(AccountDetails::of)
                .findFirst()
                .orElseThrow();
    }
}
