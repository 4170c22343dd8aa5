package io.ledgerbank.command.planted;

import io.ledgerbank.query.planted.Remembered;

/** Planted: a decision taken on a read model. */
public record DecidesByReading(Remembered remembered) {}
