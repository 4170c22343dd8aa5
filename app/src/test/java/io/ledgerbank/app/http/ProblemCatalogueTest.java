package io.ledgerbank.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.api.error.Category;
import io.ledgerbank.api.error.Reason;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {EdgeSlice.class, Planted.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.main.banner-mode=off")
class ProblemCatalogueTest {

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void lists_every_reason_under_its_category() throws Exception {
        JsonNode categories = read(get("/api/problems")).get("categories");

        assertThat(categories.valueStream().map(category -> category.get("category")
                        .asString()))
                .containsExactlyElementsOf(
                        Arrays.stream(Category.values()).map(Category::code).toList());
        assertThat(categories
                        .valueStream()
                        .flatMap(category -> category.get("problems").valueStream())
                        .map(problem -> problem.get("code").asString()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Reason.values()).map(Reason::code).toList());
    }

    @ParameterizedTest
    @EnumSource
    void explains_every_reason_where_its_problems_point(Reason reason) throws Exception {
        HttpResponse<String> answer = get("/api/problems/" + reason.code());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("max-age=3600, public");
        assertThat(read(answer).get("type").asString()).isEqualTo("/api/problems/" + reason.code());
        assertThat(read(answer).get("title").asString()).isEqualTo(reason.title());
    }

    @Test
    void tells_how_patiently_a_category_is_tried_again() throws Exception {
        JsonNode category = read(get("/api/problems/category/external_dependency"));

        assertThat(category.get("status").asInt()).isEqualTo(503);
        assertThat(category.get("maxAttempts").asInt()).isEqualTo(3);
        assertThat(category.get("backoff").asString()).isEqualTo("exponential");
        assertThat(category.get("delayMs").asLong()).isEqualTo(1000);
    }

    @ParameterizedTest
    @CsvSource({
        "/api/problems/no_such_reason, 404, resource_not_found",
        "/api/problems/No-Reason, 400, invalid_reason_format",
        "/api/problems/category/nonsense, 400, invalid_category",
        "/api/problems/category/No-Category, 400, invalid_category_format"
    })
    void knows_nothing_else(String path, int status, String code) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(read(answer).get("code").asString()).isEqualTo(code);
    }

    private static JsonNode read(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .build(),
                BodyHandlers.ofString());
    }
}
