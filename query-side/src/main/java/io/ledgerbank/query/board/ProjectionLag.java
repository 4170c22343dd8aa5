package io.ledgerbank.query.board;

/**
 * How far a projection is behind the log.
 *
 * @param lag events that it has not written yet, whether they concern it or not
 */
public record ProjectionLag(String name, long position, long lag) {}
