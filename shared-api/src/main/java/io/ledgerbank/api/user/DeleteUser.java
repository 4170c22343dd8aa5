package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Make somebody no user any more. */
public record DeleteUser(@TargetAggregateIdentifier UserId userId, Caller caller) implements UserChange {}
