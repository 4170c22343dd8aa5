package io.ledgerbank.app.planted;

/** Planted: something of the host for a house to reach up to. */
public record OfTheHost() {}
