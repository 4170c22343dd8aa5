package io.ledgerbank.query.projection;

import java.time.Instant;
import java.util.Optional;

/**
 * An event of the log that a projection's rows lack.
 *
 * @param failure why it could not be written; nothing when it waits behind another of its stream
 * @param tries how often it was tried
 */
public record ParkedEvent(long position, String streamId, Optional<String> failure, int tries, Instant parkedAt) {}
