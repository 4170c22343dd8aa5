package io.ledgerbank.query.planted;

import org.axonframework.commandhandling.gateway.CommandGateway;

/** Planted: a projection that acts. */
public record ProjectionThatCommands(CommandGateway gateway) {}
