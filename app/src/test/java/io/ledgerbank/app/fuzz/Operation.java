package io.ledgerbank.app.fuzz;

import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A call that the description has.
 *
 * @param parameters as the description has them, references followed
 * @param body the schema of the body, if the call has one
 */
record Operation(String method, String path, List<JsonNode> parameters, Optional<JsonNode> body, JsonNode responses) {

    List<JsonNode> parametersIn(String place) {
        return parameters.stream()
                .filter(parameter -> parameter.path("in").asString().equals(place))
                .toList();
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
