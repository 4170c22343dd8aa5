package io.ledgerbank.app.fuzz;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Spoils what was meant well: one field, the whole value, or the text of it. */
final class Mutations {

    private static final JsonNodeFactory MAKE = JsonMapper.shared().getNodeFactory();
    private static final List<String> HOSTILE = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\u202e",
            "\ufeff",
            "\ud800",
            "\r\nINFO approved",
            "'; DROP TABLE event; --",
            "${jndi:ldap://127.0.0.1/a}",
            "{{7*7}}",
            "<img src=x onerror=alert(1)>",
            "../../etc/passwd",
            "%00",
            "NaN",
            "1e309",
            "-0",
            "9223372036854775808",
            "0x10",
            "１２",
            "😀".repeat(300),
            "x".repeat(20_000),
            "9999-12-31",
            "+1000000000-01-01T00:00:00Z",
            "0000-00-00",
            "00000000-0000-0000-0000-000000000000");
    private static final int DEEP = 60;

    private final Dice dice;

    Mutations(Dice dice) {
        this.dice = dice;
    }

    String hostileText() {
        return dice.of(HOSTILE);
    }

    /** A body as it is sent: mostly one change away from a good one. */
    String body(JsonNode good) {
        if (dice.oneIn(12)) {
            return broken(good.toString());
        }
        JsonNode body = good.deepCopy();
        for (int changes = dice.below(3); changes > 0; changes--) {
            body = changed(body);
        }
        return body.toString();
    }

    private JsonNode changed(JsonNode value) {
        if (value instanceof ObjectNode object && !object.isEmpty() && !dice.oneIn(8)) {
            change(object);
            return object;
        }
        if (value instanceof ArrayNode array && !array.isEmpty() && !dice.oneIn(4)) {
            int index = dice.below(array.size());
            array.set(index, changed(array.get(index)));
            return array;
        }
        return anything();
    }

    private void change(ObjectNode object) {
        List<String> names = new ArrayList<>(object.propertyNames());
        String name = dice.of(names);
        switch (dice.below(4)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(dice.oneIn(2) ? "unknown" : hostileText(), anything());
            default -> object.set(name, changed(object.get(name)));
        }
    }

    private JsonNode anything() {
        return switch (dice.below(9)) {
            case 0 -> MAKE.nullNode();
            case 1 -> MAKE.booleanNode(true);
            case 2 -> MAKE.numberNode(dice.any());
            case 3 -> MAKE.numberNode(1e308);
            case 4 -> MAKE.arrayNode();
            case 5 -> MAKE.objectNode();
            case 6 -> deep();
            default -> MAKE.stringNode(hostileText());
        };
    }

    private static JsonNode deep() {
        ArrayNode outermost = MAKE.arrayNode();
        ArrayNode current = outermost;
        for (int i = 0; i < DEEP; i++) {
            current = current.addArray();
        }
        return outermost;
    }

    private String broken(String json) {
        return switch (dice.below(6)) {
            case 0 -> "";
            case 1 -> json.substring(0, json.length() / 2);
            case 2 -> json + json;
            case 3 -> "[" + json + "]";
            case 4 -> json.replace("\"", "'");
            default -> "\ufeff" + json;
        };
    }
}
