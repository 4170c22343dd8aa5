package io.ledgerbank.query.replay;

import java.util.Optional;

/**
 * A state rebuilt from events.
 *
 * @param state after the last event that was applied
 * @param before what it was before that event; nothing before the first
 * @param event the last one that was applied
 * @param eventsApplied how many there were
 * @param lastPosition that event's place in the whole log
 */
public record Replay<V>(V state, Optional<V> before, ReplayedEvent event, long eventsApplied, long lastPosition) {}
