package io.ledgerbank.command.user;

import io.ledgerbank.api.id.UserId;
import io.ledgerbank.api.user.UserDetails;
import java.util.Optional;

/** What is true of users right now, whatever their tokens say. */
public interface KnownUsers {

    Optional<UserDetails> find(UserId id);

    /** Whether anybody has ever registered. */
    boolean thereAreAny();
}
