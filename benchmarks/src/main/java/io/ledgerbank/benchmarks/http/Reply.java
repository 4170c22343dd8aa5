package io.ledgerbank.benchmarks.http;

import java.util.Map;
import java.util.Optional;

/** @param headers their names in lower case */
record Reply(int status, Map<String, String> headers, String body) {

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** @throws IllegalStateException when it is another status, so that no refusal is counted as an answer */
    Reply is(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Status %d where %d was due: %s".formatted(status, expected, body));
        }
        return this;
    }
}
