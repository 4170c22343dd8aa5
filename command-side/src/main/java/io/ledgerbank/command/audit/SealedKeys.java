package io.ledgerbank.command.audit;

import io.ledgerbank.command.personal.PersonKeys;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the keys that open what payloads have sealed of people, each for one payload alone. Thread-safe. */
final class SealedKeys {

    private final PersonKeys persons;
    private final JsonMapper json;

    SealedKeys(PersonKeys persons, JsonMapper json) {
        this.persons = persons;
        this.json = json;
    }

    /** In hexadecimal; nothing where nothing is sealed, or the person has been forgotten. */
    Optional<String> keyOf(String payload) {
        JsonNode sealed = json.readTree(payload).path("sealed");
        return sealed.path("text")
                .asStringOpt()
                .flatMap(text -> persons.keyOf(UUID.fromString(sealed.path("of").asString()), text));
    }
}
