package io.ledgerbank.api.planted;

import org.springframework.core.env.Environment;

/** Planted: a word of the vocabulary that needs Spring. */
public record WordWithAFramework(Environment environment) {}
