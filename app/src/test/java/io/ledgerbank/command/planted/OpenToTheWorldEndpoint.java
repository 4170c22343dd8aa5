package io.ledgerbank.command.planted;

import io.ledgerbank.app.planted.OfTheHost;

/** Planted: an endpoint that others can call, and that knows its host. */
public record OpenToTheWorldEndpoint(OfTheHost host) {}
