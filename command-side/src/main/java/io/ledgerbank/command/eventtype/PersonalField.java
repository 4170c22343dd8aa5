package io.ledgerbank.command.eventtype;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A field that tells something of a person.
 *
 * @param path names of fields, from the outermost, with dots between them
 * @param erased what is there once the person has been forgotten
 */
record PersonalField(String path, Erased erased) {

    /** What stands in place of what is forgotten. */
    enum Erased {
        WORD,
        NOTHING
    }

    /** A text that is always there. */
    static PersonalField text(String path) {
        return new PersonalField(path, Erased.WORD);
    }

    /** An account number that is always there. */
    static PersonalField iban(String path) {
        return text(path);
    }

    /** Something that may be missing as well. */
    static PersonalField optional(String path) {
        return new PersonalField(path, Erased.NOTHING);
    }

    /** Takes the value out of the object, if it has one. */
    Optional<JsonNode> take(ObjectNode from) {
        return parent(from, path)
                .map(object -> object.get(name(path)))
                .filter(value -> !value.isNull())
                .map(value -> {
                    parent(from, path).ifPresent(object -> object.remove(name(path)));
                    return value;
                });
    }

    void erase(ObjectNode in, String word) {
        parent(in, path).ifPresent(object -> {
            switch (erased) {
                case WORD -> object.put(name(path), word);
                case NOTHING -> object.putNull(name(path));
            }
        });
    }

    static void put(ObjectNode into, String path, JsonNode value) {
        parent(into, path).ifPresent(object -> object.set(name(path), value));
    }

    /** The object that the field is in; of what was left out as a whole there is none. */
    private static Optional<ObjectNode> parent(ObjectNode root, String path) {
        @Nullable JsonNode object = root;
        String[] names = path.split("\\.", -1);
        for (int i = 0; i < names.length - 1 && object != null; i++) {
            object = object.get(names[i]);
        }
        return object instanceof ObjectNode found ? Optional.of(found) : Optional.empty();
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
