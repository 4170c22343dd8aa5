package io.ledgerbank.query.audit;

import io.ledgerbank.api.audit.MetadataKeys;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns the log's rows into what auditors see. Thread-safe. */
final class EventReader {

    private final JsonMapper json;

    EventReader(JsonMapper json) {
        this.json = json;
    }

    LoggedEvent read(EventRow row) {
        JsonNode metadata = json.readTree(row.metadata);
        return new LoggedEvent(
                row.position,
                row.eventId,
                row.type,
                Optional.ofNullable(row.revision),
                row.streamType,
                row.streamId,
                row.sequence,
                row.recordedAt,
                text(metadata, MetadataKeys.ACTOR),
                text(metadata, MetadataKeys.CORRELATION_ID),
                text(metadata, MetadataKeys.CAUSATION_ID),
                json.readTree(row.payload),
                HexFormat.of().formatHex(row.hash));
    }

    private static Optional<String> text(JsonNode metadata, String key) {
        return metadata.path(key).asStringOpt();
    }
}
