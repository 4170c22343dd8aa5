package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** Somebody is no user any more, for good. */
public record UserDeleted(UserId userId, Instant deletedAt) implements UserEvent {}
