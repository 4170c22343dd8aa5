package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A user is reached and called otherwise from now on; both fields are as they are now, changed or not. */
public record UserProfileChanged(UserId userId, String email, String fullName, Instant changedAt)
        implements UserEvent {}
