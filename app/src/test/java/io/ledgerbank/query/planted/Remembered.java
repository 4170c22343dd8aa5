package io.ledgerbank.query.planted;

/** Planted: something of the query side for others to reach into. */
public record Remembered(long balance) {}
