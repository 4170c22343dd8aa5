package io.ledgerbank.command.user;

import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserEvent;
import io.ledgerbank.api.user.UserRegistered;
import io.ledgerbank.command.idempotency.Rendering;
import java.util.Optional;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Shows a user as of an event. */
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
                .filter(UserEvent.class::isInstance)
                .map(UserEvent.class::cast)
                .reduce(Optional.<UserDetails>empty(), UserAnswers::fold, (earlier, later) -> later)
                .orElseThrow();
    }

    private static Optional<UserDetails> fold(Optional<UserDetails> user, UserEvent event) {
        return user.map(known -> known.after(event))
                .or(() ->
                        event instanceof UserRegistered first ? Optional.of(UserDetails.of(first)) : Optional.empty());
    }
}
