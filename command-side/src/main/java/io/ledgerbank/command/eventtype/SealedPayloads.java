package io.ledgerbank.command.eventtype;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps what payloads say of people apart from the rest, in one sealed field that comes first. What was written before there
 * were seals has none and is read as it is. Thread-safe.
 */
final class SealedPayloads {

    static final String SEALED = "sealed";
    static final String OF = "of";
    static final String TEXT = "text";

    /** What stands in place of what is forgotten. */
    static final String ERASED = "erased";

    private static final String OPENING = "AccountOpened";
    private static final byte[] BEGINNING = ("{\"" + SEALED + "\":").getBytes(StandardCharsets.UTF_8);

    private final Sealing sealing;
    private final JsonMapper json = JsonMapper.shared();

    SealedPayloads(Sealing sealing) {
        this.sealing = sealing;
    }

    /** Whether payloads of this type may tell something of people. */
    static boolean mayNamePeople(String type) {
        return PersonalFields.of(type).isPresent();
    }

    ObjectNode closed(String type, ObjectNode payload) {
        return PersonalFields.of(type)
                .map(personal -> closed(type, personal, payload))
                .orElse(payload);
    }

    SerializedObject<?> opened(SerializedObject<?> stored) {
        String type = stored.getType().getName();
        return PersonalFields.of(type)
                .filter(personal -> maybeSealed(stored.getData()))
                .<SerializedObject<?>>map(personal -> new SimpleSerializedObject<>(
                        opened(type, personal, tree(stored.getData())), JsonNode.class, stored.getType()))
                .orElse(stored);
    }

    private ObjectNode closed(String type, PersonalFields personal, ObjectNode open) {
        remember(type, open);
        UUID person = person(personal, open);
        ObjectNode secrets = json.createObjectNode();
        personal.fields().forEach(field -> field.take(open).ifPresent(value -> secrets.set(field.path(), value)));
        if (secrets.isEmpty()) {
            return open;
        }
        ObjectNode closed = json.createObjectNode();
        ObjectNode sealed = closed.putObject(SEALED).put(OF, person.toString());
        sealing.seal(person, json.writeValueAsBytes(secrets)).ifPresent(text -> sealed.put(TEXT, text));
        closed.setAll(open);
        return closed;
    }

    private JsonNode opened(String type, PersonalFields personal, ObjectNode payload) {
        JsonNode sealed = payload.remove(SEALED);
        if (sealed == null) {
            return payload;
        }
        UUID person = UUID.fromString(sealed.path(OF).asString());
        Optional<byte[]> plain = sealed.path(TEXT).asStringOpt().flatMap(text -> sealing.open(person, text));
        if (plain.isPresent()) {
            json.readTree(plain.get())
                    .properties()
                    .forEach(secret -> PersonalField.put(payload, secret.getKey(), secret.getValue()));
        } else {
            personal.fields().forEach(field -> field.erase(payload, ERASED));
        }
        remember(type, payload);
        return payload;
    }

    /** The events that follow do not say whose the account is. */
    private void remember(String type, ObjectNode payload) {
        if (type.equals(OPENING)) {
            sealing.remember(id(payload, "accountId"), id(payload, "ownerId"));
        }
    }

    private UUID person(PersonalFields personal, ObjectNode payload) {
        UUID subject = id(payload, personal.subjectPath());
        return switch (personal.subject()) {
            case PERSON -> subject;
            case ACCOUNT -> sealing.ownerOf(subject);
        };
    }

    private static UUID id(ObjectNode payload, String path) {
        return UUID.fromString(payload.at("/" + path.replace('.', '/')).asString());
    }

    private static boolean maybeSealed(Object data) {
        return data instanceof ObjectNode
                || data instanceof byte[] bytes
                        && bytes.length > BEGINNING.length
                        && Arrays.equals(bytes, 0, BEGINNING.length, BEGINNING, 0, BEGINNING.length);
    }

    private ObjectNode tree(Object data) {
        return data instanceof ObjectNode object ? object : (ObjectNode) json.readTree((byte[]) data);
    }
}
