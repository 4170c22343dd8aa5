package io.ledgerbank.app.security;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.command.user.Password;
import io.ledgerbank.command.user.Registrations;
import java.util.UUID;

/** Makes people of any role, as a first administrator is made, and logs them in. */
record Staff(Registrations registrations, Client anybody) {

    static final String PASSWORD = "a password long enough for staff";

    /** Somebody with an address and a token. */
    record Person(UserId id, String email, Client client) {}

    Person person(Role role) {
        String email = UUID.randomUUID() + "@example.com";
        UserId id = registrations
                .register(UserId.next(), email, "Somebody", Password.of(PASSWORD), role)
                .id();
        return new Person(id, email, anybody.loggedIn(email, PASSWORD));
    }
}
