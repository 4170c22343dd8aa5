package io.ledgerbank.query.replay;

import java.util.Optional;

/**
 * An event and what it changed.
 *
 * @param before nothing before the first
 */
public record ReplayStep<V>(ReplayedEvent event, Optional<V> before, V after) {}
