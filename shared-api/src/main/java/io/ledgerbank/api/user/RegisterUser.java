package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Make somebody a user.
 *
 * @param passwordHash the password, hashed before the command is sent; it reaches no event
 * @param suits the role of most rights for which the password is good enough
 * @param caller who registers them; customers themselves
 */
public record RegisterUser(
        @TargetAggregateIdentifier UserId userId,
        String email,
        String fullName,
        Role role,
        String passwordHash,
        Role suits,
        Caller caller) {

    @Override
    public String toString() {
        return "RegisterUser[userId=" + userId + ", role=" + role + "]";
    }
}
