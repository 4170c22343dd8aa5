package io.ledgerbank.command.user;

import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserRegistered;
import io.ledgerbank.command.idempotency.Rendering;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows a user as registered. */
final class UserAnswers implements Rendering<UserDetails> {

    private final EventStore events;

    UserAnswers(EventStore events) {
        this.events = events;
    }

    @Override
    public UserDetails at(String userId, long sequence) {
        return events.readEvents(userId, 0)
                .asStream()
                .limit(sequence + 1)
                .map(event -> event.getPayload())
                .filter(UserRegistered.class::isInstance)
                .map(UserRegistered.class::cast)
                .map(UserDetails::of)
                .findFirst()
                .orElseThrow();
    }
}
