package io.ledgerbank.command.user;

import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;

/**
 * A user and the hash of the password.
 *
 * @param suits the role of most rights for which the password is good enough
 */
record Credential(UserDetails user, String passwordHash, Role suits) {

    @Override
    public String toString() {
        return "Credential[" + user.id() + "]";
    }
}
