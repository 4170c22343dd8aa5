package io.ledgerbank.command.user;

import io.ledgerbank.api.user.UserDetails;

/** A user and the hash of the password. */
record Credential(UserDetails user, String passwordHash) {

    @Override
    public String toString() {
        return "Credential[" + user.id() + "]";
    }
}
