package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let a user do nothing until activated again. */
public record SuspendUser(@TargetAggregateIdentifier UserId userId, Caller caller) implements UserChange {}
