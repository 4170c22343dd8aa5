package io.ledgerbank.command.push;

import java.util.UUID;

/** Tells one running process from all others, in the payload of its announcements. */
record NodeId(String value) {

    static NodeId next() {
        return new NodeId(UUID.randomUUID().toString());
    }
}
