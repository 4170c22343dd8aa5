package io.ledgerbank.command.eventtype;

import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.SimpleSerializedType;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something that is stored under a name of its own, so that its class may move, and whose shape may change.
 *
 * @param name never given to anything else, even when nothing is written under it any more
 * @param revision of what is written today, 1 for a shape that never changed
 * @param upcasts from the oldest revision that can be read to today's, one by one
 */
public record StoredType(String name, Class<?> type, int revision, List<Upcast> upcasts) {

    public static final int FIRST_REVISION = 1;

    /** @throws IllegalArgumentException for a revision before the first, or more upcasts than there were changes */
    public StoredType {
        upcasts = List.copyOf(upcasts);
        if (revision - upcasts.size() < FIRST_REVISION) {
            throw new IllegalArgumentException(
                    "%s has %d upcasts and revision %d".formatted(name, upcasts.size(), revision));
        }
    }

    /** For an event; {@link #changedBy} adds what happened to its shape. */
    public StoredType(String name, Class<?> type) {
        this(name, type, FIRST_REVISION, List.of());
    }

    /** For a snapshot: one of another revision is not read but taken anew. */
    public StoredType(String name, Class<?> type, int revision) {
        this(name, type, revision, List.of());
    }

    /** The next revision, and how the one before becomes it. */
    StoredType changedBy(Upcast upcast) {
        return new StoredType(
                name,
                type,
                revision + 1,
                Stream.concat(upcasts.stream(), Stream.of(upcast)).toList());
    }

    int oldestReadable() {
        return revision - upcasts.size();
    }

    boolean canRead(int stored) {
        return stored >= oldestReadable() && stored <= revision;
    }

    /** What today's revision would have written. */
    ObjectNode upcast(ObjectNode payload, int stored) {
        ObjectNode current = payload;
        for (Upcast upcast : upcasts.subList(stored - oldestReadable(), upcasts.size())) {
            current = upcast.next(current);
        }
        return current;
    }

    SerializedType serializedType() {
        return new SimpleSerializedType(name, Integer.toString(revision));
    }
}
