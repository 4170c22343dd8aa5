package io.ledgerbank.app.startup;

/** A bean of this type adds a line to what LedgerBank says when it is ready, such as where the bank simulator listens. */
public record ReportedAddress(String name, String url) {}
