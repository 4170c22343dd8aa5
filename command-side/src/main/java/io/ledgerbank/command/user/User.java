package io.ledgerbank.command.user;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserEvent;
import io.ledgerbank.api.user.UserForgotten;
import io.ledgerbank.api.user.UserRegistered;
import java.util.Optional;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Somebody the bank knows. */
class User {

    @AggregateIdentifier
    private @Nullable UserId id;

    private Optional<UserDetails> details = Optional.empty();
    private boolean forgotten;

    /** For Axon, which fills it from its events. */
    User() {}

    User(UserRegistered registered) {
        apply(registered);
    }

    /** The user as they are by now. */
    UserDetails details() {
        return details.orElseThrow();
    }

    /** Whether it is on record that the person's key is erased. */
    boolean isForgotten() {
        return forgotten;
    }

    /** Whoever calls has asked every policy. */
    void record(UserEvent event) {
        apply(event);
    }

    @EventSourcingHandler
    void on(UserEvent event) {
        id = event.userId();
        forgotten = forgotten || event instanceof UserForgotten;
        details = details.map(known -> known.after(event)).or(() -> first(event));
    }

    private static Optional<UserDetails> first(UserEvent event) {
        return event instanceof UserRegistered registered ? Optional.of(UserDetails.of(registered)) : Optional.empty();
    }
}
