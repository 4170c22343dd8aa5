package io.ledgerbank.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {EdgeSlice.class, Planted.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "spring.main.banner-mode=off")
class ProblemsTest {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String GOOD = """
            {"account":"0190b7a0-0000-7000-8000-000000000001","kind":"SAVINGS","currency":"GBP",
             "amount":{"amount":"12.34","currency":"GBP"},"day":"2026-02-28","text":"t","flag":true,
             "items":[{"count":1,"iban":"GB33BUKB20201555555555"}]}""";

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void reads_what_is_right() throws Exception {
        HttpResponse<String> answer = post("/planted/body", GOOD);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/amount").toString())
                .isEqualTo("{\"amount\":\"12.34\",\"currency\":\"GBP\"}");
        assertThat(JSON.readTree(answer.body()).at("/remark").isNull()).isTrue();
    }

    @ParameterizedTest(name = "{0} → {1}: {2} at {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", textBlock = """
            "text":"t"                  | "text":"t","colour":1            | unknown_field           | colour
            "count":1                   | "count":1,"size":2               | unknown_field           | items[0].size
            "amount":"12.34"            | "amount":"12.34","minorUnits":5  | unknown_field           | amount.minorUnits
            "text":"t"                  | "text":5                         | invalid_field_type      | text
            "text":"t"                  | "text":true                      | invalid_field_type      | text
            "text":"t"                  | "text":{}                        | invalid_field_type      | text
            "text":"t"                  | "text":null                      | missing_fields          | text
            "text":"t",                 | -                                | missing_fields          | text
            "flag":true                 | "flag":"true"                    | invalid_field_type      | flag
            "flag":true                 | "flag":1                         | invalid_field_type      | flag
            "flag":true,                | -                                | missing_fields          | flag
            "count":1                   | "count":"1"                      | invalid_field_type      | items[0].count
            "count":1                   | "count":1.5                      | invalid_field_type      | items[0].count
            "count":1                   | "count":1e999999999              | invalid_field_type      | items[0].count
            "count":1                   | "count":99999999999              | invalid_field_type      | items[0].count
            "count":1                   | "count":NaN                      | invalid_field_type      | items[0].count
            "count":1,                  | -                                | missing_fields          | items[0].count
            "GB33BUKB20201555555555"    | "GB33BUKB20201555555556"         | invalid_iban            | items[0].iban
            {"count":1,                 | null,{"count":1,                 | missing_fields          | items[0]
            "amount":"12.34"            | "amount":12.34                   | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":12                      | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":NaN                     | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":1e5                     | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":"NaN"                   | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":"1e5"                   | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":"12.345"                | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":"9223372036854775808"   | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":""                      | invalid_amount_format   | amount.amount
            "amount":"12.34"            | "amount":null                    | missing_fields          | amount.amount
            "amount":"12.34",           | -                                | missing_fields          | amount.amount
            "12.34","currency":"GBP"    | "12.34","currency":"XAU"         | invalid_currency_format | amount.currency
            {"amount":"12.34","currency":"GBP"} | "12.34"                  | invalid_field_type      | amount
            "currency":"GBP",           | "currency":"POUND",              | invalid_currency_format | currency
            "currency":"GBP",           | "currency":826,                  | invalid_currency_format | currency
            "SAVINGS"                   | "GIRO"                           | invalid_account_type    | kind
            "SAVINGS"                   | ""                               | invalid_account_type    | kind
            "SAVINGS"                   | 1                                | invalid_field_type      | kind
            "SAVINGS"                   | null                             | missing_fields          | kind
            "2026-02-28"                | "2026-02-30"                     | invalid_datetime_format | day
            "2026-02-28"                | 20000                            | invalid_field_type      | day
            "2026-02-28"                | [2026,2,28]                      | invalid_field_type      | day
            0190b7a0-0000-7000-8000     | 0190b7a0                         | invalid_uuid_format     | account
            "0190b7a0-0000-7000-8000-000000000001" | 5                     | invalid_field_type      | account
            """)
    void names_the_field_at_fault(String right, String wrong, String code, String field) throws Exception {
        assertThat(GOOD).contains(right);
        String body = GOOD.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);

        JsonNode problem = problem(post("/planted/body", body), 400, code);

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(problem.at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(problem.at("/errors/0/message").asString()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"type":"GIFT"}                                  | invalid_payment_type | type
            {"amount":{"amount":"1.00","currency":"GBP"}}    | missing_fields       | type
            {"type":"DEPOSIT","creditorAccountId":"0190b7a0-0000-7000-8000-000000000001","amount":{"amount":"1.00","currency":"GBP"},"remittanceInformation":"r","priority":"NORMAL","balance":5} | unknown_field | balance
            """)
    void names_the_type_at_fault(String body, String code, String field) throws Exception {
        JsonNode problem = problem(post("/planted/order", body), 400, code);

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"text":            | malformed_json
            {'text':'t'}        | malformed_json
            {"text":"a","text":"b"} | malformed_json
            // comment          | malformed_json
            nonsense            | malformed_json
            ``                  | missing_fields
            null                | missing_fields
            []                  | invalid_field_type
            "text"              | invalid_field_type
            """)
    void refuses_a_body_that_is_none(String body, String code) throws Exception {
        problem(post("/planted/body", body), 400, code);
    }

    @Test
    void refuses_more_than_one_document() throws Exception {
        problem(post("/planted/body", GOOD + " {}"), 400, "malformed_json");
    }

    @Test
    void refuses_what_is_nested_too_deeply_or_goes_on_for_too_long() throws Exception {
        problem(post("/planted/tree", "[".repeat(100_000)), 400, "malformed_json");
        problem(post("/planted/body", "[".repeat(100_000)), 400, "invalid_field_type");
        problem(post("/planted/body", GOOD.replace("\"t\"", "1".repeat(900_000))), 400, "malformed_json");
        problem(post("/planted/body", GOOD.replace("\"t\"", "\"" + "x".repeat(900_000) + "\"")), 400, "malformed_json");
    }

    @Test
    void refuses_a_body_beyond_a_megabyte_announced_or_not() throws Exception {
        byte[] big = ("{\"text\":\"" + "x ".repeat(700_000) + "\"}").getBytes(StandardCharsets.UTF_8);
        BodyPublisher chunked = BodyPublishers.ofInputStream(
                () -> new ByteArrayInputStream((" ".repeat(1_200_000) + GOOD).getBytes(StandardCharsets.UTF_8)));

        problem(send("POST", "/planted/body", BodyPublishers.ofByteArray(big)), 413, "payload_too_large");
        problem(send("POST", "/planted/body", chunked), 413, "payload_too_large");
    }

    @ParameterizedTest
    @CsvSource({
        "/planted/accounts/42, 400, invalid_uuid_format, id",
        "/planted/accounts/0190b7a0-0000-7000-8000-000000000001?kind=GIRO, 400, invalid_account_type, kind",
        "/planted/accounts/0190b7a0-0000-7000-8000-000000000001?day=yesterday, 400, invalid_datetime_format, day",
        "/planted/accounts/0190b7a0-0000-7000-8000-000000000001?limit=many, 400, invalid_parameter, limit",
        "/planted/accounts/0190b7a0-0000-7000-8000-000000000001?colour=1, 400, unknown_parameter, colour",
        "/planted/accounts/0190b7a0-0000-7000-8000-000000000001?limit=1&limit=2, 400, invalid_parameter, limit",
        "/planted/needs, 400, missing_fields, query",
        "/planted/needs?query=1, 400, missing_fields, X-Needed"
    })
    void names_the_parameter_at_fault(String path, int status, String code, String field) throws Exception {
        JsonNode problem = problem(get(path), status, code);

        assertThat(problem.at("/errors/0/field").asString()).isEqualTo(field);
    }

    @ParameterizedTest
    @CsvSource({
        "rejected, 422, insufficient_funds",
        "wrapped, 422, account_frozen",
        "remote, 422, currency_mismatch",
        "busy, 503, service_unavailable",
        "no-connection, 503, service_unavailable",
        "no-transaction, 503, service_unavailable",
        "lost-connection, 503, service_unavailable",
        "bad-sql, 500, database_error",
        "nul, 400, invalid_field_type",
        "bug, 500, internal_server_error",
        "error, 500, internal_server_error"
    })
    void tells_why_a_call_failed_and_nothing_of_the_inside(String how, int status, String code) throws Exception {
        HttpResponse<String> answer = get("/planted/fails/" + how);

        problem(answer, status, code);
        assertThat(answer.body())
                .doesNotContainIgnoringCase("exception", "java.", "secret", "insert", "ledgerbank.", "db.");
    }

    @Test
    void tells_when_to_try_again() throws Exception {
        HttpResponse<String> answer = get("/planted/fails/busy");

        JsonNode problem = problem(answer, 503, "service_unavailable");
        assertThat(problem.get("retryable").asBoolean()).isTrue();
        assertThat(problem.get("retryAfterMs").asLong()).isEqualTo(1000);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(get("/planted/fails/bug").headers().firstValue("Retry-After"))
                .hasValue("1");
    }

    @Test
    void leaves_out_what_does_not_apply() throws Exception {
        JsonNode problem = problem(get("/planted/fails/rejected"), 422, "insufficient_funds");

        assertThat(problem.get("detail").asString()).isEqualTo("There are 5.00 GBP available");
        assertThat(problem.propertyNames())
                .containsExactly(
                        "type",
                        "title",
                        "status",
                        "detail",
                        "instance",
                        "code",
                        "category",
                        "retryable",
                        "timestamp",
                        "correlationId");
        assertThat(problem.get("timestamp").asString()).isEqualTo(EdgeSlice.NOW.toString());
    }

    @Test
    void answers_unknown_addresses_methods_and_types_as_http_demands() throws Exception {
        problem(get("/planted/nowhere"), 404, "resource_not_found");
        problem(get("/error"), 404, "resource_not_found");

        HttpResponse<String> method = send("DELETE", "/planted/body", BodyPublishers.noBody());
        problem(method, 405, "method_not_allowed");
        assertThat(method.headers().firstValue("Allow")).hasValue("POST");

        problem(get("/planted/csv", "Accept", "application/json"), 406, "not_acceptable");
        problem(get("/planted/csv", "Accept", "application/yaml"), 406, "not_acceptable");
        problem(get("/planted/fails/rejected", "Accept", "text/html"), 406, "not_acceptable");
        problem(
                http.send(
                        request("/planted/body")
                                .header("Content-Type", "text/xml")
                                .POST(BodyPublishers.ofString(
                                        "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///x\">]><a>&b;</a>"))
                                .build(),
                        BodyHandlers.ofString()),
                415,
                "unsupported_media_type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/yaml", "application/x-www-form-urlencoded", "text/plain", "application/cbor"})
    void reads_json_and_nothing_else_and_repeats_none_of_it(String type) throws Exception {
        HttpResponse<String> answer = http.send(
                request("/planted/body")
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofString("{\"password\":\"hunter2\"}"))
                        .build(),
                BodyHandlers.ofString());

        problem(answer, 415, "unsupported_media_type");
        assertThat(answer.body()).doesNotContain("hunter2");
    }

    @ParameterizedTest
    @CsvSource({
        "GET /%zz HTTP/1.1, 400, malformed_request",
        "GET /<> HTTP/1.1, 400, malformed_request",
        "GET /a%2fb HTTP/1.1, 400, malformed_request",
        "GET /planted/nowhere%00 HTTP/1.1, 400, malformed_request"
    })
    void answers_what_the_container_refuses_in_the_same_way(String requestLine, int status, String code)
            throws Exception {
        String answer = raw(requestLine + "\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer).contains("application/problem+json").contains("\"code\":\"" + code + "\"");
        assertThat(answer).containsIgnoringCase("X-Correlation-ID: ").doesNotContain("Tomcat");
    }

    @Test
    void answers_an_oversized_header_in_the_same_way() throws Exception {
        String answer = raw("GET /planted/csv HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX-Big: "
                + "x".repeat(20_000) + "\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    @Test
    void takes_over_a_sane_correlation_id_and_makes_one_otherwise() throws Exception {
        HttpResponse<String> sane = get("/planted/nowhere", "X-Correlation-ID", "order-4711.a_b");
        HttpResponse<String> hostile = get("/planted/nowhere", "X-Correlation-ID", "a b<script>");
        HttpResponse<String> longOne = get("/planted/nowhere", "X-Correlation-ID", "x".repeat(65));

        assertThat(sane.headers().firstValue("X-Correlation-ID")).hasValue("order-4711.a_b");
        assertThat(JSON.readTree(sane.body()).get("correlationId").asString()).isEqualTo("order-4711.a_b");
        assertThat(UUID.fromString(
                                hostile.headers().firstValue("X-Correlation-ID").orElseThrow())
                        .version())
                .isEqualTo(7);
        assertThat(longOne.headers().firstValue("X-Correlation-ID").orElseThrow())
                .hasSize(36);
    }

    private JsonNode problem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("code").asString()).as(answer.body()).isEqualTo(code);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("type").asString()).isEqualTo("/api/problems/" + code);
        assertThat(problem.get("instance").asString()).isEqualTo(answer.uri().getRawPath());
        assertThat(answer.headers().firstValue("X-Correlation-ID"))
                .hasValue(problem.get("correlationId").asString());
        return problem;
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send("POST", path, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path);
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
