package io.ledgerbank.app.fuzz;

import io.ledgerbank.api.error.Reason;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Holds an answer against the description and against what no answer may ever say. */
final class AnswerCheck {

    private static final Pattern INSIDES = Pattern.compile(
            "\\tat |Exception|org\\.springframework|io\\.ledgerbank|java\\.lang|SELECT |INSERT INTO|PSQL|hibernate");
    private static final int FIRST_PROBLEM = 400;
    private static final int FIRST_SERVER_ERROR = 500;
    private static final String PROBLEM = "application/problem+json";
    private static final String JSON = "application/json";

    private final Description description;

    AnswerCheck(Description description) {
        this.description = description;
    }

    /** All that is wrong, empty if nothing is. */
    List<String> faults(FuzzedRequest request, HttpResponse<String> answer) {
        List<String> faults = new ArrayList<>();
        int status = answer.statusCode();
        String type = answer.headers().firstValue("Content-Type").orElse("").split(";", 2)[0];
        if (status >= FIRST_SERVER_ERROR) {
            faults.add("a server error");
        }
        if (answer.headers().firstValue("X-Correlation-ID").isEmpty()) {
            faults.add("no correlation id");
        }
        if (status >= FIRST_PROBLEM) {
            checkProblem(answer, type, faults);
        } else {
            checkAccepted(request, faults);
        }
        if (type.equals(JSON) || type.equals(PROBLEM)) {
            checkSchema(request, answer, type, faults);
        }
        return faults;
    }

    private static void checkProblem(HttpResponse<String> answer, String type, List<String> faults) {
        if (!type.equals(PROBLEM)) {
            faults.add("a refusal of type " + type);
            return;
        }
        if (INSIDES.matcher(answer.body()).find()) {
            faults.add("tells of the inside");
        }
        String code = JsonMapper.shared().readTree(answer.body()).path("code").asString("");
        if (Reason.find(code).isEmpty()) {
            faults.add("an unknown code " + code);
        }
    }

    /** What the description forbids, the service refuses. */
    private void checkAccepted(FuzzedRequest request, List<String> faults) {
        Optional<JsonNode> schema = request.operation().body();
        if (schema.isPresent() && request.body().isPresent()) {
            try {
                description
                        .faults(
                                schema.get(),
                                JsonMapper.shared().readTree(request.body().get()))
                        .forEach(fault -> faults.add("accepted what the description forbids: " + fault));
            } catch (JacksonException noJson) {
                faults.add("accepted what is no JSON");
            }
        }
    }

    private void checkSchema(FuzzedRequest request, HttpResponse<String> answer, String type, List<String> faults) {
        Optional<JsonNode> schema = description.schemaOfAnswer(request.operation(), answer.statusCode(), type);
        if (schema.isEmpty()) {
            faults.add("an answer that is not described: %d %s".formatted(answer.statusCode(), type));
            return;
        }
        description
                .faults(schema.get(), JsonMapper.shared().readTree(answer.body()))
                .forEach(fault -> faults.add("not as described: " + fault));
    }
}
