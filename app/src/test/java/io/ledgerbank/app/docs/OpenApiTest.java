package io.ledgerbank.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ledgerbank.app.testing.Answer;
import io.ledgerbank.app.testing.Client;
import io.ledgerbank.app.testing.WholeApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeApp
class OpenApiTest {

    /** The dashboard is for people: its addresses are no part of the API. */
    private static final String PAGES = "io.ledgerbank.app.dashboard.";

    private static final String REGENERATE = "ledgerbank.openapi.write";
    private static final Path PINNED = Path.of("..", "docs", "api", "openapi.json");

    @LocalServerPort
    private int port;

    @Autowired
    private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void the_pinned_description_is_the_service_s_own() throws IOException {
        String now = description().response().body() + "\n";
        if (Boolean.getBoolean(REGENERATE)) {
            Files.createDirectories(PINNED.getParent());
            Files.writeString(PINNED, now);
        }

        assertThat(now)
                .as(
                        "The API changed. When that is wanted: ./mvnw -pl app -am test -Dtest=OpenApiTest"
                                + " -Dsurefire.failIfNoSpecifiedTests=false -D%s=true, and commit docs/api/openapi.json",
                        REGENERATE)
                .isEqualTo(Files.exists(PINNED) ? Files.readString(PINNED) : "");
    }

    @Test
    void every_call_is_described_and_nothing_else() {
        Set<String> mapped = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("io.ledgerbank."))
                .filter(mapping -> !mapping.getValue().getBeanType().getName().startsWith(PAGES))
                .flatMap(mapping -> mapping.getKey().getPathPatternsCondition().getPatternValues().stream()
                        .flatMap(path -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method.name() + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> described = new TreeSet<>();
        description().body().get("paths").properties().forEach(path -> path.getValue()
                .propertyNames()
                .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));

        assertThat(described).isEqualTo(mapped).isNotEmpty();
    }

    @Test
    void money_is_a_string_with_its_currency() {
        JsonNode money = description().body().at("/components/schemas/Money");

        assertThat(money.at("/properties").propertyNames()).containsExactlyInAnyOrder("amount", "currency");
        assertThat(money.at("/properties/amount/type").asString()).isEqualTo("string");
        assertThat(money.get("required").toString()).contains("amount", "currency");
    }

    @Test
    void ids_are_uuids_and_reasons_are_codes() {
        JsonNode schemas = description().body().at("/components/schemas");

        assertThat(schemas.at("/UserDetails/properties/id").toString())
                .contains("\"type\":\"string\"", "\"format\":\"uuid\"");
        assertThat(schemas.at("/Problem/properties/code").toString()).contains("insufficient_funds");
        assertThat(schemas.toString()).doesNotContain("io.ledgerbank", "minorUnits");
    }

    @Test
    void every_call_can_fail_with_a_problem_and_says_who_may_call_it() {
        JsonNode api = description().body();

        api.get("paths")
                .forEach(path -> path.forEach(call -> {
                    assertThat(call.at("/responses/default/$ref").asString())
                            .isEqualTo("#/components/responses/Problem");
                    assertThat(call.has("security")).isTrue();
                }));
        assertThat(api.at("/paths/~1api~1auth~1login/post/security")).isEmpty();
        assertThat(api.at("/paths/~1api~1auth~1me/get/security/0").has("bearer"))
                .isTrue();
        assertThat(api.at("/components/responses/Problem/content").has("application/problem+json"))
                .isTrue();
    }

    @Test
    void the_reader_comes_with_its_own_scripts_and_may_run_no_others() {
        Answer page = Client.of(port).get("/api/docs/swagger-ui/index.html").is(200);

        assertThat(page.header("Content-Security-Policy")).contains("script-src 'self';");
        assertThat(page.response().body()).doesNotContainPattern("<script[^>]*>\\s*[^\\s<]");
        for (String asset : new String[] {"swagger-ui-bundle.js", "swagger-initializer.js", "swagger-ui.css"}) {
            Client.of(port).get("/api/docs/swagger-ui/" + asset).is(200);
        }
        Answer start = Client.of(port).get("/api/docs/swagger-ui/swagger-initializer.js");
        assertThat(start.response().body())
                .contains("/api/openapi.json/swagger-config")
                .doesNotContain("petstore");
        assertThat(Client.of(port)
                        .get("/api/openapi.json/swagger-config")
                        .is(200)
                        .text("url"))
                .isEqualTo("/api/openapi.json");
    }

    @Test
    void the_short_addresses_lead_there() {
        assertThat(Client.of(port).get("/api/docs").is(302).header("Location")).endsWith("/api/docs/index.html");
        assertThat(Client.of(port).get("/api/docs/index.html").is(302).header("Location"))
                .contains("/api/docs/swagger-ui/index.html");
        Client.of(port).get("/api/openapi.yaml").is(200);
    }

    private Answer description() {
        Answer answer = Client.of(port).get("/api/openapi.json").is(200);
        assertThat(JsonMapper.shared()
                        .readTree(answer.response().body())
                        .at("/openapi")
                        .asString())
                .startsWith("3.1");
        return answer;
    }
}
