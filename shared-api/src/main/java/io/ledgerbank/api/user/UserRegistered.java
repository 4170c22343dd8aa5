package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** Somebody became a user. The e-mail address is trimmed and in lower case. */
public record UserRegistered(UserId userId, String email, String fullName, Role role, Instant registeredAt)
        implements UserEvent {}
