package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * Give a user another password.
 *
 * @param provedHash of the password that whoever asks has shown to know
 * @param passwordHash hashed before the command is sent; it reaches no event
 * @param suits the role of most rights for which the password is good enough
 */
public record ChangePassword(
        @TargetAggregateIdentifier UserId userId, String provedHash, String passwordHash, Role suits, Caller caller)
        implements UserChange {

    @Override
    public String toString() {
        return "ChangePassword[userId=" + userId + "]";
    }
}
