package io.ledgerbank.api.user;

import io.ledgerbank.api.id.UserId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Let a suspended user act again. */
public record ActivateUser(@TargetAggregateIdentifier UserId userId, Caller caller) implements UserChange {}
