package io.ledgerbank.command.planted;

/** Planted: an amount that cannot be ten pence. */
public record MoneyInDouble(double amount) {}
