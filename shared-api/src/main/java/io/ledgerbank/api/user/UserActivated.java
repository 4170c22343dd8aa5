package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import java.time.Instant;

/** A suspended user may act again. */
public record UserActivated(UserId userId, Instant activatedAt) implements UserEvent {}
