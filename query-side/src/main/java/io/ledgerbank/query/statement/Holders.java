package io.ledgerbank.query.statement;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserEvent;
import io.ledgerbank.api.user.UserRegistered;
import java.time.Instant;
import java.util.Optional;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;

/** Tells by which name a customer was known, from the log. Thread-safe. */
final class Holders {

    private final EventStore log;

    Holders(EventStore log) {
        this.log = log;
    }

    /** Empty for somebody who was not there yet. */
    String nameOf(UserId id, Instant asOf) {
        Optional<UserDetails> known = Optional.empty();
        for (DomainEventMessage<?> event :
                log.readEvents(id.toString()).asStream().toList()) {
            if (known.isEmpty() || !event.getTimestamp().isAfter(asOf)) {
                known = after(known, (UserEvent) event.getPayload());
            }
        }
        return known.map(UserDetails::fullName).orElse("");
    }

    private static Optional<UserDetails> after(Optional<UserDetails> known, UserEvent event) {
        return event instanceof UserRegistered registered
                ? Optional.of(UserDetails.of(registered))
                : known.map(user -> user.after(event));
    }
}
