package io.ledgerbank.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserRegistered;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Somebody the bank knows. */
class User {

    @AggregateIdentifier
    private @Nullable UserId id;

    /** For Axon, which fills it from its events. */
    User() {}

    User(UserRegistered registered) {
        apply(registered);
    }

    @EventSourcingHandler
    void on(UserRegistered event) {
        id = event.userId();
    }
}
