package io.ledgerbank.app.fuzz;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API's description of itself, as far as calls are made from it and answers held against it. */
final class Description {

    private static final String JSON = "application/json";

    private final JsonNode document;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private final Map<JsonNode, Schema> compiled = new HashMap<>();

    Description(JsonNode document) {
        this.document = document;
    }

    List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        document.get("paths")
                .forEachEntry((path, item) -> item.forEachEntry(
                        (method, call) -> operations.add(operation(method.toUpperCase(Locale.ROOT), path, call))));
        return operations;
    }

    private Operation operation(String method, String path, JsonNode call) {
        List<JsonNode> parameters = new ArrayList<>();
        call.path("parameters").forEach(parameter -> parameters.add(resolved(parameter)));
        JsonNode body = call.path("requestBody").path("content").path(JSON).path("schema");
        return new Operation(
                method,
                path,
                parameters,
                body.isMissingNode() ? Optional.empty() : Optional.of(body),
                call.get("responses"));
    }

    /** What a reference leads to, or the node itself. */
    JsonNode resolved(JsonNode node) {
        JsonNode found = node;
        while (found.has("$ref")) {
            found = document.at(found.get("$ref").asString().substring(1));
        }
        return found;
    }

    /** Of the answers that this call gives with this status; of problems, the one schema that all share. */
    Optional<JsonNode> schemaOfAnswer(Operation operation, int status, String type) {
        JsonNode response = operation.responses().path(Integer.toString(status));
        JsonNode known =
                resolved(response.isMissingNode() ? operation.responses().path("default") : response);
        JsonNode schema = known.path("content").path(type).path("schema");
        return schema.isMissingNode() ? Optional.empty() : Optional.of(schema);
    }

    /** What is wrong with a value, in the words of the validator; nothing when it is as the schema wants it. */
    List<String> faults(JsonNode schema, JsonNode value) {
        return compiled.computeIfAbsent(schema, this::compile).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    /** With all of the document's components beside it, where its references lead. */
    private Schema compile(JsonNode schema) {
        ObjectNode whole = JsonMapper.shared().createObjectNode();
        whole.setAll((ObjectNode) schema);
        whole.set("components", document.get("components"));
        return registry.getSchema(whole);
    }
}
