package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.Role;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.api.user.UserStatus;

/** What a decision about a user changes in the credentials, beside its events. */
sealed interface CredentialChange {

    UserId userId();

    /** Somebody may log in. */
    record Added(Credential credential) implements CredentialChange {

        @Override
        public UserId userId() {
            return credential.user().id();
        }
    }

    /** Somebody is called or reached otherwise, or may do something else; whoever is not active has no logins left. */
    record Changed(UserDetails user) implements CredentialChange {

        @Override
        public UserId userId() {
            return user.id();
        }

        boolean endsLogins() {
            return user.status() != UserStatus.ACTIVE;
        }
    }

    /** Somebody has another password, and no logins of the one before. */
    record PasswordSet(UserId userId, String passwordHash, Role suits) implements CredentialChange {}

    /** Somebody has got more rights than before. */
    record Appointed(UserId userId, Appointment appointment) implements CredentialChange {}

    /** Somebody logs in anew everywhere. */
    record LoginsEnded(UserId userId) implements CredentialChange {}
}
