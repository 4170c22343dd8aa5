package io.ledgerbank.saga.bank;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The words of a bank with codes of its own and days before months before years: docs/banks/simulator.md. */
final class PaperWording implements Wording {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String CODE = "isoReason";
    private static final Set<String> DATES = Set.of("valueDate");
    private static final Set<String> TIMES = Set.of("executedAt", "bookedAt", "asOf");
    private static final DateTimeFormatter DATE = strictly("dd.MM.uuuu");
    private static final DateTimeFormatter TIME = strictly("dd.MM.uuuu HH:mm:ss");
    private static final Map<String, String> CODES = Map.of(
            "E101", "AC01",
            "E103", "AC03",
            "E104", "AC04",
            "E106", "AC06",
            "E202", "AM02",
            "E301", "BE01",
            "E404", "RR04",
            "E999", "MS03");

    @Override
    public String plain(String body) {
        try {
            JsonNode tree = JSON.readTree(body);
            translate(tree);
            return JSON.writeValueAsString(tree);
        } catch (JacksonException | DateTimeException nonsense) {
            return body;
        }
    }

    private static void translate(JsonNode node) {
        node.values().forEach(PaperWording::translate);
        if (node instanceof ObjectNode object) {
            for (String name : Set.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                if (value != null && value.isString()) {
                    object.put(name, translated(name, value.stringValue()));
                }
            }
        }
    }

    private static String translated(String name, String text) {
        if (name.equals(CODE)) {
            return CODES.getOrDefault(text, text);
        }
        if (DATES.contains(name)) {
            return LocalDate.parse(text, DATE).toString();
        }
        return TIMES.contains(name)
                ? LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC).toString()
                : text;
    }

    private static DateTimeFormatter strictly(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);
    }
}
