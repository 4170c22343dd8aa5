package io.ledgerbank.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the application answered. */
public record Answer(HttpResponse<String> response) {

    public int status() {
        return response.statusCode();
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    public JsonNode body() {
        return JsonMapper.shared().readTree(response.body());
    }

    public String text(String field) {
        return body().at("/" + field.replace('.', '/')).asString();
    }

    /** Fails unless it is this answer. */
    public Answer is(int status) {
        assertThat(response.statusCode())
                .as("%s → %s", response.request(), response.body())
                .isEqualTo(status);
        return this;
    }

    /** Fails unless it is a problem for this reason. */
    public Answer isProblem(int status, String code) {
        is(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(text("code")).as(response.body()).isEqualTo(code);
        assertThat(text("correlationId")).isEqualTo(header("X-Correlation-ID"));
        return this;
    }
}
