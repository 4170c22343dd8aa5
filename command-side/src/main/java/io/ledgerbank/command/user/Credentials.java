package io.ledgerbank.command.user;

import io.ledgerbank.api.error.RejectedException;
import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import java.util.Optional;

/** Who may log in, kept apart from the event log. Every change joins the caller's transaction. */
interface Credentials extends KnownUsers {

    /** @throws RejectedException {@code email_already_exists} when another user has the e-mail address */
    void add(Credential credential);

    /** @param email as {@link EmailAddress} has it */
    Optional<Credential> findByEmail(String email);

    @Override
    Optional<UserDetails> find(UserId id);
}
