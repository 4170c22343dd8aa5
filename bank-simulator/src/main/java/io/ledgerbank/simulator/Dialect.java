package io.ledgerbank.simulator;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a bank words what it answers about payments and accounts. */
enum Dialect {
    /** ISO 20022 codes, ISO 8601 dates, RFC 3339 times. */
    PLAIN,
    /** Codes of its own, and days before months before years. */
    PAPER;

    private static final String CODE = "isoReason";
    private static final Set<String> DATES = Set.of("valueDate");
    private static final Set<String> TIMES = Set.of("executedAt", "bookedAt", "asOf");
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Map<String, String> CODES = Map.of(
            "AC01", "E101",
            "AC03", "E103",
            "AC04", "E104",
            "AC06", "E106",
            "AM02", "E202",
            "BE01", "E301",
            "RR04", "E404",
            "MS03", "E999");

    byte[] written(Object answer) {
        if (this == PLAIN) {
            return Json.MAPPER.writeValueAsBytes(answer);
        }
        JsonNode tree = Json.MAPPER.valueToTree(answer);
        reword(tree);
        return Json.MAPPER.writeValueAsBytes(tree);
    }

    private static void reword(JsonNode node) {
        node.values().forEach(Dialect::reword);
        if (node instanceof ObjectNode object) {
            for (String name : Set.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (value.isString()) {
                    object.put(name, worded(name, value.stringValue()));
                }
            }
        }
    }

    private static String worded(String name, String text) {
        if (name.equals(CODE)) {
            return CODES.getOrDefault(text, text);
        }
        if (DATES.contains(name)) {
            return DATE.format(LocalDate.parse(text));
        }
        return TIMES.contains(name) ? TIME.format(Instant.parse(text)) : text;
    }
}
