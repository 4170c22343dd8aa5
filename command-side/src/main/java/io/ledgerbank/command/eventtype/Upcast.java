package io.ledgerbank.command.eventtype;

import tools.jackson.databind.node.ObjectNode;

/** Turns the payload of one revision into that of the next, by nothing but what is in it; may change and return its argument. */
@FunctionalInterface
public interface Upcast {

    ObjectNode next(ObjectNode payload);
}
