package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A user is something else to the bank from now on. */
public record UserRoleChanged(UserId userId, Role role, Instant changedAt) implements UserEvent {}
