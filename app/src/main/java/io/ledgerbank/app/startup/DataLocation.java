package io.ledgerbank.app.startup;

/** Where the data is, in words for the operator; never with a password in them. */
public record DataLocation(String description) {}
