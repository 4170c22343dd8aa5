package io.ledgerbank.command.planted.two;

import io.ledgerbank.command.planted.one.KnowsTwo;

/** Planted: the other half of a cycle. */
public record KnowsOne(KnowsTwo other) {}
