package io.ledgerbank.app.fuzz;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Makes requests to the calls of the description: some good, most with something wrong. */
final class RequestMaker {

    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]*)}");

    private final Dice dice;
    private final Values values;
    private final Mutations mutations;
    private final List<Operation> operations;
    private final Map<String, String> tokens;

    /** @param tokens the access token of each caller by name; an empty one is none */
    RequestMaker(Dice dice, Values values, List<Operation> operations, Map<String, String> tokens) {
        this.dice = dice;
        this.values = values;
        this.mutations = new Mutations(dice);
        this.operations = operations;
        this.tokens = tokens;
    }

    FuzzedRequest next() {
        Operation operation = dice.of(operations);
        String caller = dice.of(List.copyOf(tokens.keySet()).stream().sorted().toList());
        Map<String, String> headers = new HashMap<>();
        Optional.of(tokens.get(caller))
                .filter(token -> !token.isEmpty())
                .ifPresent(token -> headers.put("Authorization", "Bearer " + token));
        operation.parametersIn("header").forEach(header -> addHeader(headers, header));
        Optional<String> body =
                operation.body().map(schema -> dice.oneIn(4) ? values.of(schema).toString() : spoiled(schema));
        if (body.isPresent()) {
            headers.put("Content-Type", dice.oneIn(40) ? "text/plain" : "application/json");
        }
        return new FuzzedRequest(operation, pathOf(operation) + queryOf(operation), headers, body, caller);
    }

    private String spoiled(JsonNode schema) {
        return mutations.body(values.of(schema));
    }

    private void addHeader(Map<String, String> headers, JsonNode header) {
        String name = header.get("name").asString();
        if (name.equals("Idempotency-Key")) {
            if (!dice.oneIn(10)) {
                headers.put(name, dice.oneIn(20) ? "two words" : new UUID(dice.any(), dice.any()).toString());
            }
        } else if (dice.oneIn(10)) {
            headers.put(name, "nonsense");
        }
    }

    private String pathOf(Operation operation) {
        List<JsonNode> parameters = operation.parametersIn("path");
        Matcher variable = VARIABLE.matcher(operation.path());
        StringBuilder path = new StringBuilder();
        while (variable.find()) {
            String name = variable.group(1);
            String value = parameters.stream()
                    .filter(parameter -> parameter.get("name").asString().equals(name))
                    .findFirst()
                    .map(this::valueOf)
                    .orElse("x");
            variable.appendReplacement(path, Matcher.quoteReplacement(value));
        }
        return variable.appendTail(path).toString();
    }

    private String queryOf(Operation operation) {
        List<String> pairs = new ArrayList<>();
        for (JsonNode parameter : operation.parametersIn("query")) {
            if (dice.oneIn(3)) {
                pairs.add(encoded(parameter.get("name").asString()) + "=" + valueOf(parameter));
            }
        }
        if (dice.oneIn(15)) {
            pairs.add("unknown=1");
        }
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private String valueOf(JsonNode parameter) {
        if (dice.oneIn(4)) {
            String hostile = mutations.hostileText();
            return encoded(hostile.length() > 300 ? hostile.substring(0, 300) : hostile);
        }
        return encoded(values.of(parameter.path("schema")).asString());
    }

    private static String encoded(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return encoded.isEmpty() ? "%20" : encoded.replace("+", "%20");
    }
}
