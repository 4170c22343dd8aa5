package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A user has another password, of which nothing is told here; every login made with the one before has ended. */
public record UserPasswordChanged(UserId userId, Instant changedAt) implements UserEvent {}
