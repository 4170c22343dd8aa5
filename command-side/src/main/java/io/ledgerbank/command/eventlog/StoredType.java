package io.ledgerbank.command.eventlog;

/**
 * Something that is stored under a name of its own, so that its class may move.
 *
 * @param name never given to anything else, even when nothing is written under it any more
 */
public record StoredType(String name, Class<?> type) {}
