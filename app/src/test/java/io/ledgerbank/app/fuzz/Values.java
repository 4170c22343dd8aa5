package io.ledgerbank.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes values that a schema allows, or nearly, preferring those that mean something to the service. */
final class Values {

    private static final JsonNodeFactory MAKE = JsonMapper.shared().getNodeFactory();
    private static final List<String> WORDS = List.of(
            "Lunch",
            "GBP",
            "EUR",
            "TRANSFER",
            "PAYMENT",
            "CHECKING",
            "NORMAL",
            "SIMBANK",
            "DAILY",
            "EXECUTED",
            "alice@example.com",
            "long enough",
            "DE89370400440532013000",
            "1.00",
            "0.01",
            "2026-12-01",
            "2020-02-30");
    private static final int DEEPEST = 6;

    private final Description description;
    private final Dice dice;
    private final List<String> knownIds;

    Values(Description description, Dice dice, List<String> knownIds) {
        this.description = description;
        this.dice = dice;
        this.knownIds = knownIds;
    }

    JsonNode of(JsonNode schema) {
        return of(schema, 0);
    }

    private JsonNode of(JsonNode reference, int depth) {
        JsonNode schema = description.resolved(reference);
        for (String choice : List.of("oneOf", "anyOf")) {
            if (schema.has(choice)) {
                return of(schema.get(choice).get(dice.below(schema.get(choice).size())), depth);
            }
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(dice.below(schema.get("enum").size()));
        }
        return switch (typeOf(schema)) {
            case "object" -> depth > DEEPEST ? MAKE.objectNode() : object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer" -> MAKE.numberNode(dice.below(200));
            case "number" -> MAKE.numberNode(dice.below(200) / 4.0);
            case "boolean" -> MAKE.booleanNode(dice.oneIn(2));
            case "null" -> MAKE.nullNode();
            default -> MAKE.stringNode(text(schema));
        };
    }

    private String typeOf(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(dice.below(type.size())).asString();
        }
        return type.asString(schema.has("properties") ? "object" : "string");
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = MAKE.objectNode();
        List<String> required = new ArrayList<>();
        schema.path("required").forEach(name -> required.add(name.asString()));
        schema.path("properties").forEachEntry((name, property) -> {
            if (required.contains(name) || !dice.oneIn(4)) {
                object.set(name, of(property, depth + 1));
            }
        });
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = MAKE.arrayNode();
        for (int i = dice.below(3); i > 0; i--) {
            array.add(of(schema.path("items"), depth + 1));
        }
        return array;
    }

    private String text(JsonNode schema) {
        return switch (schema.path("format").asString("")) {
            case "uuid" -> dice.oneIn(3) ? new UUID(dice.any(), dice.any()).toString() : dice.of(knownIds);
            case "date" -> "20%02d-%02d-%02d".formatted(20 + dice.below(10), 1 + dice.below(12), 1 + dice.below(28));
            case "date-time" -> "2026-%02d-01T10:00:00Z".formatted(1 + dice.below(12));
            default -> dice.oneIn(3) ? dice.of(knownIds) : dice.of(WORDS);
        };
    }
}
