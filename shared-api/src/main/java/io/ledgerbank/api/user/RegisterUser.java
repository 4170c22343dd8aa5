package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Make somebody a user.
 *
 * @param passwordHash the password, hashed before the command is sent; it reaches no event
 */
public record RegisterUser(
        @TargetAggregateIdentifier UserId userId, String email, String fullName, Role role, String passwordHash) {

    @Override
    public String toString() {
        return "RegisterUser[userId=" + userId + ", role=" + role + "]";
    }
}
