package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import io.ledgerbank.command.eventlog.LostRace;
import java.util.Optional;

/** Who may log in, kept apart from the event log. Every change joins the caller's transaction. */
interface Credentials extends KnownUsers {

    /** @throws LostRace when another user has got the e-mail address meanwhile */
    void write(CredentialChange change);

    /** @param email as {@link EmailAddress} has it */
    Optional<Credential> findByEmail(String email);

    Optional<Credential> credentialOf(UserId id);

    @Override
    default Optional<UserDetails> find(UserId id) {
        return credentialOf(id).map(Credential::user);
    }
}
