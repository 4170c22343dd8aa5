package io.ledgerbank.command.eventtype;

import java.util.stream.Stream;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.axonframework.serialization.upcasting.event.IntermediateEventRepresentation;
import tools.jackson.databind.node.ObjectNode;

/** Gives every event that is read the shape of its type's present revision, or refuses it by name. Thread-safe. */
public final class UpcastingEvents implements EventUpcaster {

    private final StoredTypes types;

    public UpcastingEvents(StoredTypes types) {
        this.types = types;
    }

    /** The stream ends with {@link UnreadableEventException} at an event that this version does not know. */
    @Override
    public Stream<IntermediateEventRepresentation> upcast(Stream<IntermediateEventRepresentation> stored) {
        return stored.map(this::current);
    }

    private IntermediateEventRepresentation current(IntermediateEventRepresentation event) {
        StoredType type = types.find(event.getType().getName())
                .orElseThrow(() -> new UnreadableEventException(event, "its type is not registered"));
        int revision = StoredRevision.of(event.getType())
                .orElseThrow(() -> new UnreadableEventException(event, "its revision is no number"));
        if (revision == type.revision()) {
            return event;
        }
        if (!type.canRead(revision)) {
            throw new UnreadableEventException(
                    event, "revisions %d to %d can be read".formatted(type.oldestReadable(), type.revision()));
        }
        return event.upcastPayload(type.serializedType(), ObjectNode.class, payload -> type.upcast(payload, revision));
    }
}
