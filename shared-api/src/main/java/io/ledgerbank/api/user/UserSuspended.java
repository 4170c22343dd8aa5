package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A user may do nothing until activated again; every login has ended. */
public record UserSuspended(UserId userId, Instant suspendedAt) implements UserEvent {}
