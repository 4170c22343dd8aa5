package io.ledgerbank.query.rebuild;

import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A row that is read and is not as the log says it should be.
 *
 * @param live as it is read; nothing when the row is missing
 * @param rebuilt as it should be; nothing when there should be none
 * @param explainedBy the last event that either of them reflects
 */
public record Difference(
        String table, Optional<JsonNode> live, Optional<JsonNode> rebuilt, Optional<ExplainingEvent> explainedBy) {

    /** Where the log has an event, and what it is. */
    public record ExplainingEvent(long position, String type, String streamId) {}
}
