package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.util.Optional;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Reach or call a user otherwise, or give them another role; what is left out stays as it is. */
public record ChangeUser(
        @TargetAggregateIdentifier UserId userId,
        Optional<String> email,
        Optional<String> fullName,
        Optional<Role> role,
        Caller caller)
        implements UserChange {

    @Override
    public String toString() {
        return "ChangeUser[userId=" + userId + "]";
    }
}
